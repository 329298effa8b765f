package org.cairn.server.offering;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent;

/// What somebody must know who thinks of taking part: when, where, how, at what price. Texts for people are maps from
/// language tag (BCP 47) to text.
///
/// @param title empty when it goes by the name of its microcredential
/// @param startsOn empty when one can begin at any time
/// @param applyBy last day to apply
/// @param price zero when it is free for everybody
/// @param currency ISO 4217 code
/// @param waiver whether some need not pay
/// @param waiverFor who they are
/// @param place where to go; may be blank unless it is on site
/// @param languages of teaching (BCP 47)
/// @param accessibility what is done so that everybody can take part, and whom to ask
/// @param places how many can take part; empty when that is not limited
/// @param url where to apply or read more; blank when there is none
public record OfferingTerms(
        Map<String, String> title,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        Optional<LocalDate> applyBy,
        BigDecimal price,
        String currency,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean waiver,
        Map<String, String> waiverFor,
        Mode mode,
        String place,
        List<String> languages,
        Optional<BigDecimal> hoursPerWeek,
        Map<String, String> accessibility,
        Optional<Integer> places,
        String url) {

    public OfferingTerms {
        Objects.requireNonNull(price, "an offering needs a price");
        Objects.requireNonNull(mode, "an offering needs a mode");
        title = tidy(title);
        waiverFor = tidy(waiverFor);
        place = place.strip();
        languages = List.copyOf(languages);
        accessibility = tidy(accessibility);
        url = url.strip();
    }

    public enum Mode {
        ONLINE,
        ON_SITE,
        BLENDED
    }

    /// Where no last day to apply is named, it is the first day, else the last; empty when there is no end to it.
    public Optional<LocalDate> lastDayToApply() {
        return applyBy.or(() -> startsOn).or(() -> endsOn);
    }

    /// The same at another time.
    public OfferingTerms at(Optional<LocalDate> start, Optional<LocalDate> end, Optional<LocalDate> lastDayToApply) {
        return new OfferingTerms(
                title,
                start,
                end,
                lastDayToApply,
                price,
                currency,
                waiver,
                waiverFor,
                mode,
                place,
                languages,
                hoursPerWeek,
                accessibility,
                places,
                url);
    }

    public String titleIn(Locale locale) {
        return SpecContent.best(title, locale);
    }

    public String waiverForIn(Locale locale) {
        return SpecContent.best(waiverFor, locale);
    }

    public String accessibilityIn(Locale locale) {
        return SpecContent.best(accessibility, locale);
    }

    /// Keeps the order in which languages were given, the first being the main one, and drops blank texts.
    private static Map<String, String> tidy(Map<String, String> texts) {
        var kept = new LinkedHashMap<String, String>();
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, text.strip());
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
