package org.cairn.server.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a microcredential is: the elements of Council Recommendation 2022/C 243/02, Annex I, and what makes
/// it usable. A draft may leave anything empty. Texts for people are maps from language tag (BCP 47) to text.
///
/// @param hours notional workload for a typical learner, assessment included
/// @param noEctsReason why the workload is not given in ECTS; blank when it is
/// @param nationalLevel level in a national framework as `framework value`; blank when none
/// @param noLevelReason why no level applies; blank when one is given
/// @param criteria what must be shown to earn it
/// @param prerequisites in words
/// @param entrySkills what must be mastered before one begins, where a framework names it
/// @param fieldOfStudy ISCED-F 2013 code; blank when not stated
/// @param languages of teaching and assessment
/// @param frameworkFacts what quality frameworks ask beyond all that, by the path of the fact below `spec`, with
/// positions in lists and languages of prose: `assessment.0.complexity`, `needEvidence.1.date`, `targetGroup@en`
/// @param validMonths how long a credential is good for; empty for ever
public record SpecContent(
        Map<String, String> title,
        Map<String, String> description,
        List<Outcome> outcomes,
        List<Skill> skills,
        Optional<BigDecimal> hours,
        Optional<BigDecimal> ects,
        String noEctsReason,
        Optional<Integer> eqfLevel,
        String nationalLevel,
        String noLevelReason,
        List<Assessment> assessments,
        Optional<Supervision> supervision,
        Set<Participation> participation,
        List<QualityAssurance> qualityAssurance,
        Map<String, String> criteria,
        Map<String, String> prerequisites,
        List<Skill> entrySkills,
        Stacking stacking,
        String gradingScheme,
        String fieldOfStudy,
        List<String> languages,
        Optional<Integer> validMonths,
        Map<String, String> furtherInformation,
        Map<String, String> frameworkFacts,
        Optional<ImageId> image) {

    public SpecContent {
        title = tidy(title);
        description = tidy(description);
        outcomes = List.copyOf(outcomes);
        skills = List.copyOf(skills);
        assessments = List.copyOf(assessments);
        participation = Set.copyOf(participation);
        qualityAssurance = List.copyOf(qualityAssurance);
        criteria = tidy(criteria);
        prerequisites = tidy(prerequisites);
        // Content that was published before this element was there lacks it.
        entrySkills = List.copyOf(Objects.requireNonNullElse(entrySkills, List.of()));
        // A program that sends content may leave out whole elements.
        stacking = Objects.requireNonNullElse(stacking, new Stacking(Stacking.Kind.UNSTATED, List.of()));
        languages = List.copyOf(languages);
        furtherInformation = tidy(furtherInformation);
        // Content that was published before this element was there lacks it, and a program may leave it out.
        frameworkFacts = tidy(Objects.requireNonNullElse(frameworkFacts, Map.of()));
    }

    /// @param assessedBy positions in the list of assessments
    public record Outcome(Map<String, String> text, Set<Integer> assessedBy) {
        public Outcome {
            text = tidy(text);
            assessedBy = Set.copyOf(assessedBy);
        }

        public String textIn(Locale locale) {
            return best(text, locale);
        }
    }

    /// @param framework as `ESCO`
    public record Skill(String uri, String label, String framework) {}

    public record Assessment(AssessmentType type, Map<String, String> description) {
        public Assessment {
            Objects.requireNonNull(type, "an assessment needs a type");
            description = tidy(description);
        }

        public String descriptionIn(Locale locale) {
            return best(description, locale);
        }
    }

    public enum AssessmentType {
        WRITTEN_EXAMINATION,
        ORAL_EXAMINATION,
        PRACTICAL_ASSESSMENT,
        PORTFOLIO_ASSESSMENT,
        PEER_ASSESSMENT,
        PROJECT_ASSESSMENT
    }

    public enum Supervision {
        UNSUPERVISED_NO_ID,
        SUPERVISED_NO_ID,
        SUPERVISED_ONLINE_WITH_ID,
        SUPERVISED_ONSITE_WITH_ID
    }

    public enum Participation {
        ONLINE,
        ON_SITE,
        BLENDED,
        VOLUNTEERING,
        WORK_EXPERIENCE
    }

    /// @param agency who assures it; blank for internal assurance
    /// @param registerUrl where that can be looked up; may be blank
    public record QualityAssurance(QaType type, String agency, String registerUrl) {
        public QualityAssurance {
            Objects.requireNonNull(type, "quality assurance needs a type");
        }
    }

    public enum QaType {
        INSTITUTIONAL_ACCREDITATION,
        PROGRAMME_ACCREDITATION,
        NATIONAL_QUALITY_AGENCY,
        SECTORAL_QUALITY_ASSURANCE,
        INTERNAL_ONLY
    }

    /// @param targets what it counts towards, in words or as addresses
    public record Stacking(Kind kind, List<String> targets) {
        public Stacking {
            kind = Objects.requireNonNullElse(kind, Kind.UNSTATED);
            targets = List.copyOf(targets);
        }

        public enum Kind {
            UNSTATED,
            STANDALONE,
            INTEGRATED,
            BOTH
        }
    }

    /// A draft in which nothing is said yet.
    public static SpecContent empty() {
        return new SpecContent(
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                new Stacking(Stacking.Kind.UNSTATED, List.of()),
                "",
                "",
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /// The same with another picture.
    public SpecContent withImage(Optional<ImageId> picture) {
        return with(skills, frameworkFacts, picture);
    }

    /// The same with other facts for frameworks.
    public SpecContent withFrameworkFacts(Map<String, String> facts) {
        return with(skills, facts, image);
    }

    /// The same with one more skill.
    public SpecContent withSkill(Skill skill) {
        var more = new ArrayList<>(skills);
        more.add(skill);
        return with(more, frameworkFacts, image);
    }

    private SpecContent with(List<Skill> newSkills, Map<String, String> newFacts, Optional<ImageId> newImage) {
        return new SpecContent(
                title,
                description,
                outcomes,
                newSkills,
                hours,
                ects,
                noEctsReason,
                eqfLevel,
                nationalLevel,
                noLevelReason,
                assessments,
                supervision,
                participation,
                qualityAssurance,
                criteria,
                prerequisites,
                entrySkills,
                stacking,
                gradingScheme,
                fieldOfStudy,
                languages,
                validMonths,
                furtherInformation,
                newFacts,
                newImage);
    }

    public String titleIn(Locale locale) {
        return best(title, locale);
    }

    public String descriptionIn(Locale locale) {
        return best(description, locale);
    }

    public String criteriaIn(Locale locale) {
        return best(criteria, locale);
    }

    public String prerequisitesIn(Locale locale) {
        return best(prerequisites, locale);
    }

    public String furtherInformationIn(Locale locale) {
        return best(furtherInformation, locale);
    }

    /// The text in the wished language, else in English, else in the first language there is; blank when
    /// there is none.
    public static String best(Map<String, String> texts, Locale wish) {
        var exact = texts.get(wish.toLanguageTag());
        var near = exact != null ? exact : texts.get(wish.getLanguage());
        var english = near != null ? near : texts.get("en");
        return english != null ? english : texts.values().stream().findFirst().orElse("");
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
