package org.cairn.skills.match;

/// What is measured of a sentence and a skill. Those of a kind are on one scale in every taxonomy.
enum Feature {
    /// The nearest stretch of the sentence to the label, as a cosine.
    LABEL(0),
    /// The nearest stretch of the sentence to any name.
    NAME(1),
    /// The whole sentence to the label.
    SENTENCE(2),
    /// The share of the best name's words, weighed by rarity, that stands in the sentence.
    COVER(3),
    /// Whether a name stands there word for word.
    EXACT(4),
    /// How much the label weighs, if it stands there word for word.
    EXACT_LABEL(5),
    /// How many occupations ask for the skill, as a logarithm.
    ASKED(6),
    /// Whether it is used in every trade (ESCO's reuse level).
    TRANSVERSAL(7),
    /// Whether only one occupation uses it.
    OCCUPATION(8),
    /// Whether it is something known rather than done.
    KNOWLEDGE(9);

    static final int COUNT = values().length;

    private final int place;

    Feature(int place) {
        this.place = place;
    }

    /// Where it stands among the numbers of a [Candidate].
    int place() {
        return place;
    }

    /// Measured by words alone, without a model.
    boolean isLexical() {
        return switch (this) {
            case LABEL, NAME, SENTENCE -> false;
            case COVER, EXACT, EXACT_LABEL, ASKED, TRANSVERSAL, OCCUPATION, KNOWLEDGE -> true;
        };
    }
}
