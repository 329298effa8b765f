package org.cairn.server.market;

import jakarta.servlet.http.HttpServletResponse;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Languages;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Share;
import org.cairn.skills.demand.Trend;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Figures, regions and skills in the reader's words.
@Component
class MarketWords {
    private final MessageSource messages;
    private final ObjectProvider<SkillLabels> labels;

    MarketWords(MessageSource messages, ObjectProvider<SkillLabels> labels) {
        this.messages = messages;
        this.labels = labels;
    }

    /// One choice of a select.
    record Option(String value, String label) {}

    /// One step of the way to a page.
    record Crumb(String href, String text) {}

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// A label for each of them; where nobody knows one, the end of the identifier.
    Map<ConceptUri, String> labels(Collection<ConceptUri> skills, Locale locale) {
        var named = new HashMap<ConceptUri, String>();
        skills.forEach(skill -> named.put(skill, tail(skill)));
        labels.ifAvailable(known ->
                named.putAll(known.labels(skills, Languages.nearest(locale).toLanguageTag())));
        return named;
    }

    String label(ConceptUri skill, Locale locale) {
        return labels(List.of(skill), locale).getOrDefault(skill, tail(skill));
    }

    private static String tail(ConceptUri skill) {
        var uri = skill.value();
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
    }

    String country(String code, Locale locale) {
        return code.isEmpty()
                ? text("market.everywhere", locale)
                : Locale.of("", code).getDisplayCountry(locale);
    }

    String region(Region region, Locale locale) {
        var country = country(region.country(), locale);
        return region.subdivision().isEmpty() ? country : region.subdivision() + " · " + country;
    }

    String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    String percent(double share, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share < 0.1 ? 2 : 1);
        return format.format(share);
    }

    String count(long count, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    String interval(Share.Known share, Locale locale) {
        return text("market.interval", locale, percent(share.low(), locale), percent(share.high(), locale));
    }

    String direction(Trend.Direction direction, Locale locale) {
        return text("market.trend." + direction, locale);
    }

    /// By how much the odds change in a year, with the interval; empty where there is too little.
    String change(Trend trend, Locale locale) {
        return switch (trend) {
            case Trend.TooLittle _ -> "";
            case Trend.Slope(double perYear, double low, double high, double _) ->
                text(
                        "market.change",
                        locale,
                        signed(perYear - 1, locale),
                        signed(low - 1, locale),
                        signed(high - 1, locale));
        };
    }

    private static String signed(double change, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        // Beyond tenfold a number says nothing that a reader could use.
        return (change > 0 ? "+" : "") + format.format(Math.min(change, 9.99));
    }

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    void refuse(List<Fault> faults, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(fault ->
                errors.put(fault.field(), text(fault.key(), locale, fault.args().toArray())));
        model.addAttribute("errors", errors);
    }
}
