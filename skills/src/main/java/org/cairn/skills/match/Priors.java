package org.cairn.skills.match;

import java.util.List;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;

/// What a taxonomy's structure says of how likely a skill is mentioned at all. Immutable.
final class Priors {
    private final float[][] ofSkills;

    Priors(Taxonomy taxonomy) {
        List<Entry.Skill> skills = List.copyOf(taxonomy.skills());
        ofSkills = new float[skills.size()][];
        for (int i = 0; i < ofSkills.length; i++) {
            Entry.Skill skill = skills.get(i);
            ofSkills[i] = new float[] {
                (float) Math.log1p(taxonomy.askedBy(skill.uri()).size()),
                skill.reuse() == Entry.Reuse.TRANSVERSAL ? 1 : 0,
                skill.reuse() == Entry.Reuse.OCCUPATION ? 1 : 0,
                skill.kind() == Entry.Kind.KNOWLEDGE ? 1 : 0
            };
        }
    }

    void into(double[] features, int skill) {
        float[] prior = ofSkills[skill];
        features[Feature.ASKED.place()] = prior[0];
        features[Feature.TRANSVERSAL.place()] = prior[1];
        features[Feature.OCCUPATION.place()] = prior[2];
        features[Feature.KNOWLEDGE.place()] = prior[3];
    }
}
