package org.cairn.server.navigate;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.server.offering.Amounts;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.InputException;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts what this room speaks of into the reader's words. Thread-safe.
@Component
class Saying {
    private final MessageSource messages;
    private final Taxonomies taxonomies;

    Saying(MessageSource messages, Taxonomies taxonomies) {
        this.messages = messages;
        this.taxonomies = taxonomies;
    }

    /// The labels of concepts; one that no release knows is called by its identifier.
    ///
    /// @param labels of everything that will be asked for
    record Labels(Map<ConceptUri, String> labels) {
        String of(ConceptUri uri) {
            return labels.getOrDefault(uri, uri.value());
        }
    }

    Labels labels(Collection<ConceptUri> uris, Locale locale) {
        return new Labels(taxonomies.labels(uris, locale.getLanguage()));
    }

    String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    String level(Level level, Locale locale) {
        return say(locale, "navigate.level." + level);
    }

    /// @param value from 1 to 4
    record LevelChoice(int value, String label) {}

    List<LevelChoice> levels(Locale locale) {
        return Stream.of(Level.values())
                .map(level -> new LevelChoice(level.steps(), level(level, locale)))
                .toList();
    }

    /// What was refused, by field; the first fault of each.
    Map<String, String> errors(InputException refused, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        refused.faults()
                .forEach(fault -> errors.putIfAbsent(
                        fault.field(), say(locale, fault.key(), fault.args().toArray())));
        return errors;
    }

    static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    String percent(double share, Locale locale) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String money(long cents, String currency, Locale locale) {
        if (cents == 0) {
            return say(locale, "navigate.free");
        }
        return Amounts.of(BigDecimal.valueOf(cents, 2), currency, locale);
    }
}
