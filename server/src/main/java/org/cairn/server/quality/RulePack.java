package org.cairn.server.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.catalogue.GateReport;

/// A quality framework as a file: its rules, where they come from, and the words for people.
///
/// @param words texts that all rules share
record RulePack(
        String id,
        String version,
        LocalDate effectiveFrom,
        String source,
        Map<String, String> name,
        Words words,
        List<Rule> rules) {

    private static final Set<String> LANGUAGES = Set.of("en", "es", "ar");

    /// @param nothing what was found where nothing is said
    /// @param atAward why a rule about awards is not asked of a spec
    /// @param optional why an optional element that is not there does no harm
    /// @param reasonGiven that an explicit reason takes the rule off
    record Words(
            Map<String, String> nothing,
            Map<String, String> atAward,
            Map<String, String> optional,
            Map<String, String> reasonGiven) {}

    enum Scope {
        SPEC,
        ISSUER,
        AWARD
    }

    /// @param path the element, quoted under "found"
    /// @param codes prefix of the message keys that say the element's codes in words; empty where it has none
    /// @param notApplicableWhen an explicit reason that takes the rule off; a blank never does
    /// @param fallback what is still accepted, with a warning
    /// @param fix may name `{positions}` of list members that failed
    /// @param confidence V read in the primary text, S in a secondary one, K from knowledge
    record Rule(
            String id,
            GateReport.Level level,
            Scope scope,
            String path,
            Optional<String> codes,
            Check check,
            Optional<Check> notApplicableWhen,
            Optional<Check> fallback,
            Map<String, String> title,
            Map<String, String> accepted,
            Map<String, String> fix,
            String clause,
            String confidence) {}

    RulePack {
        rules = List.copyOf(rules);
        demandLanguages("words.nothing", words.nothing());
        demandLanguages("words.atAward", words.atAward());
        demandLanguages("words.optional", words.optional());
        demandLanguages("words.reasonGiven", words.reasonGiven());
        if (rules.stream().map(Rule::id).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("two rules have the same id; give each its own");
        }
        for (var rule : rules) {
            demandLanguages(rule.id() + " title", rule.title());
            demandLanguages(rule.id() + " accepted", rule.accepted());
            demandLanguages(rule.id() + " fix", rule.fix());
        }
    }

    private static void demandLanguages(String what, Map<String, String> texts) {
        if (!texts.keySet().containsAll(LANGUAGES) || texts.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(what + " needs a text in each of " + LANGUAGES);
        }
    }
}
