package org.cairn.server.publish;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.offering.OfferingTerms;

/// Concepts of the lists that the European Learning Model prescribes, as the Publications Office of the EU names them.
final class ElmCodes {
    private static final String SNB = "http://data.europa.eu/snb/";
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    static final String ECTS = SNB + "education-credit/6fcec5c5af";
    static final String ESCO_SKILL = "http://data.europa.eu/esco/skill/";
    static final String ESCO_SKILLS = "http://data.europa.eu/esco/concept-scheme/skills";

    private ElmCodes() {}

    /// The address of a list.
    static String list(String name) {
        return SNB + name + "/25831c2";
    }

    static String eqf(int level) {
        return SNB + "eqf/" + level;
    }

    static String field(String iscedF) {
        return SNB + "isced-f/" + iscedF;
    }

    static Node concept(String id, String list) {
        return new Node()
                .put("id", id)
                .put("type", "Concept")
                .put("inScheme", new Node().put("id", list).put("type", "ConceptScheme"));
    }

    static Node level(int level) {
        return concept(eqf(level), list("eqf"));
    }

    static Node ects() {
        return concept(ECTS, list("education-credit"));
    }

    /// That it is a short learning programme, as the Commission's own sample of a microcredential says.
    static Node shortLearningProgramme() {
        return concept(SNB + "learning-opportunity/74a4a268e8", list("learning-opportunity"));
    }

    static Node assessment(AssessmentType type) {
        var code = switch (type) {
            case WRITTEN_EXAMINATION -> "6e6cb2cc78";
            case ORAL_EXAMINATION -> "d30284d7df";
            case PRACTICAL_ASSESSMENT -> "6a4db9f11d";
            case PORTFOLIO_ASSESSMENT -> "4f03b91c0e";
            case PEER_ASSESSMENT -> "19a2e5e671";
            case PROJECT_ASSESSMENT -> "795dac4096";
        };
        return concept(SNB + "assessment/" + code, list("assessment"));
    }

    /// Always in the same order.
    static Set<Participation> inOrder(Set<Participation> ways) {
        return new TreeSet<>(ways);
    }

    /// Empty where the list of modes has none for it.
    static Optional<Node> mode(Participation way) {
        return switch (way) {
            case ONLINE -> Optional.of(mode("920fbb3cbe"));
            case ON_SITE -> Optional.of(mode("9191af2ed9"));
            case BLENDED -> Optional.of(mode("e92d221e4d"));
            case WORK_EXPERIENCE -> Optional.of(mode("729f3bed4b"));
            case VOLUNTEERING -> Optional.empty();
        };
    }

    static Node mode(OfferingTerms.Mode mode) {
        return switch (mode) {
            case ONLINE -> mode("920fbb3cbe");
            case ON_SITE -> mode("9191af2ed9");
            case BLENDED -> mode("e92d221e4d");
        };
    }

    private static Node mode(String code) {
        return concept(SNB + "learning-assessment/" + code, list("learning-assessment"));
    }

    /// Quality assurance leads to a decision; a licence, the list's other kind, gives the right to operate.
    static Node accreditation(QaType type) {
        var code = type == QaType.INSTITUTIONAL_ACCREDITATION ? "bb4618238e" : "820101cba6";
        return concept(SNB + "accreditation/" + code, list("accreditation"));
    }

    /// @param code two letters
    static Optional<Node> country(String code) {
        try {
            return Optional.of(Locale.of("", code).getISO3Country())
                    .filter(three -> !three.isEmpty())
                    .map(three -> concept(AUTHORITY + "country/" + three, AUTHORITY + "country"));
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }

    /// @param tag BCP 47; the list knows languages, not their regions
    static Optional<Node> language(String tag) {
        try {
            return Optional.of(Locale.forLanguageTag(tag).getISO3Language())
                    .filter(three -> !three.isEmpty())
                    .map(three ->
                            concept(AUTHORITY + "language/" + three.toUpperCase(Locale.ROOT), AUTHORITY + "language"));
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }

    /// @param code ISO 4217
    static Node currency(String code) {
        return concept(AUTHORITY + "currency/" + code, AUTHORITY + "currency");
    }
}
