package org.cairn.skills.taxonomy;

import java.io.IOException;
import java.util.List;

/// A small part of ESCO 1.1.1 that comes with Cairn, so that a fresh installation has something to work with:
/// some two dozen common occupations and the skills they ask for, under ESCO's own URIs. Spanish and Arabic
/// labels are Cairn's translation; where one lacks, the English one stands in.
public final class Starter {
    private Starter() {}

    private static final String FOLDER = "starter/";

    /// Its files, in the form of [EscoCsv], as the scheme `esco-starter`.
    public static Distribution open() {
        try {
            return EscoCsv.of(
                    Files.ofResources(
                            Starter.class,
                            FOLDER,
                            List.of(
                                    "skillGroups_en.csv",
                                    "ISCOGroups_en.csv",
                                    "skills_en.csv",
                                    "skills_es.csv",
                                    "skills_ar.csv",
                                    "occupations_en.csv",
                                    "occupations_es.csv",
                                    "occupations_ar.csv",
                                    "broaderRelationsSkillPillar.csv",
                                    "broaderRelationsOccPillar.csv",
                                    "skillSkillRelations.csv",
                                    "occupationSkillRelations.csv")),
                    new Scheme("esco-starter", "1.1.1"));
        } catch (IOException e) {
            throw new IllegalStateException("The starter set is not part of this build", e);
        }
    }

    /// The whole set in memory.
    public static Taxonomy taxonomy() {
        try (Distribution starter = open()) {
            return Taxonomy.of(starter);
        } catch (IOException | TaxonomyException e) {
            throw new IllegalStateException("The starter set cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
