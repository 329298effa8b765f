package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import org.cairn.skills.gap.Evidence;
import org.cairn.skills.gap.SkillProfile;
import org.cairn.skills.taxonomy.ConceptUri;

/// One skill of a person with what speaks for it.
///
/// @param own whether any of it is her own word, which she can take back
record EvidenceView(String skill, String label, String level, String strength, List<String> evidence, boolean own) {

    /// By label.
    static List<EvidenceView> of(SkillProfile profile, Saying saying, Locale locale) {
        var labels = saying.labels(profile.skills(), locale);
        return profile.skills().stream()
                .map(skill -> of(skill, profile.evidence(skill), labels, saying, locale))
                .sorted(java.util.Comparator.comparing(EvidenceView::label, java.text.Collator.getInstance(locale)))
                .toList();
    }

    private static EvidenceView of(
            ConceptUri skill, List<Evidence> evidence, Saying.Labels labels, Saying saying, Locale locale) {
        var best = evidence.getFirst();
        return new EvidenceView(
                skill.value(),
                labels.of(skill),
                saying.level(best.level(), locale),
                best.strength().name(),
                evidence.stream().map(one -> words(one, saying, locale)).toList(),
                evidence.stream().anyMatch(one -> one.strength() != Evidence.Strength.VERIFIED));
    }

    static String words(Evidence evidence, Saying saying, Locale locale) {
        var on = saying.day(evidence.on(), locale);
        var level = saying.level(evidence.level(), locale);
        return evidence.source().isBlank()
                ? saying.say(locale, "navigate.evidence." + evidence.strength() + ".plain", level, on)
                : saying.say(locale, "navigate.evidence." + evidence.strength(), level, on, evidence.source());
    }
}
