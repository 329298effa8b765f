package org.cairn.skills.match;

import java.util.List;
import java.util.Map;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Scheme;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.Words;

/// A made taxonomy of a few skills in English and Spanish.
final class AFewSkills {
    static final ConceptUri JAVA = new ConceptUri("urn:skill:java");
    static final ConceptUri TEAMS = new ConceptUri("urn:skill:teams");
    static final ConceptUri SPREADSHEETS = new ConceptUri("urn:skill:spreadsheets");
    static final ConceptUri WELDING = new ConceptUri("urn:skill:welding");
    static final ConceptUri C_PLUS = new ConceptUri("urn:skill:cplus");

    private AFewSkills() {}

    static Taxonomy taxonomy() {
        return new Taxonomy.Builder(new Scheme("few", "1"))
                .add(skill(JAVA, "Java (computer programming)", List.of("Java language"), "programar en Java"))
                .add(skill(TEAMS, "work in teams", List.of("teamwork"), "trabajar en equipo"))
                .add(skill(SPREADSHEETS, "use spreadsheets software", List.of("use Excel"), "usar hojas de cálculo"))
                .add(skill(WELDING, "weld metal", List.of("join metal parts by welding"), "soldar metal"))
                .add(skill(C_PLUS, "C++", List.of(), "C++"))
                .build();
    }

    private static Entry.Skill skill(ConceptUri uri, String label, List<String> others, String spanish) {
        return new Entry.Skill(
                uri,
                Entry.Kind.SKILL,
                Entry.Reuse.UNKNOWN,
                Map.of("en", new Words(label, others, ""), "es", new Words(spanish, List.of(), "")));
    }
}
