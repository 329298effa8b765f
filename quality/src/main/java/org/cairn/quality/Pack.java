package org.cairn.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A quality framework as rules, in one version. Results name both, so that they can be told apart later.
///
/// @param id the framework, the same in all versions
/// @param effectiveUntil the last day on which it is in force; empty while it is
public record Pack(
        String id,
        String version,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        Map<String, String> name,
        Map<String, String> about,
        List<Rule> rules) {

    public Pack {
        name = Map.copyOf(name);
        about = Map.copyOf(about);
        rules = List.copyOf(rules);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom)
                && effectiveUntil.map(last -> !day.isAfter(last)).orElse(true);
    }

    /// Whether a rule of it was not compared with the primary text.
    public boolean isDraft() {
        return rules.stream().anyMatch(Rule::isDraft);
    }

    public String nameIn(Locale language) {
        return Texts.best(name, language);
    }

    public String aboutIn(Locale language) {
        return Texts.best(about, language);
    }
}
