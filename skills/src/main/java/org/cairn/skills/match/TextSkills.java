package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.skills.taxonomy.ConceptUri;

/// Finds the skills that a whole document mentions: a course description, a job posting, a CV. Thread-safe.
public final class TextSkills {
    /// Longer documents are refused.
    public static final int LONGEST = 400_000;

    private static final int OF_A_SENTENCE = 8;
    private static final int MOST_EVIDENCE = 5;

    private final SkillMatcher matcher;
    private final double least;

    /// Tells skills with a confidence of 0.3 and more.
    public TextSkills(SkillMatcher matcher) {
        this(matcher, 0.3);
    }

    /// @param least the confidence below which a skill is not told, from 0 to 1
    public TextSkills(SkillMatcher matcher, double least) {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + least);
        }
        this.matcher = matcher;
        this.least = least;
    }

    /// The skills in a text, the surest first; spans are offsets into the text.
    ///
    /// @param language a BCP 47 tag
    /// @throws IllegalArgumentException for a text longer than [#LONGEST]
    /// @throws InterruptedException when the thread was asked to stop
    public List<FoundSkill> find(String text, String language) throws InterruptedException {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters; at most " + LONGEST + " are read");
        }
        List<Span> sentences = Sentences.of(text, language);
        List<List<SkillMatch>> matches =
                matcher.match(sentences.stream().map(span -> span.of(text)).toList(), language, OF_A_SENTENCE);
        Means means = matcher.means(language);
        Map<ConceptUri, Mentions> found = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            for (SkillMatch match : matches.get(i)) {
                if (match.score() >= least) {
                    found.computeIfAbsent(match.skill(), _ -> new Mentions())
                            .add(match, sentences.get(i).start());
                }
            }
        }
        return found.values().stream()
                .map(mentions -> mentions.found(means))
                .sorted(Comparator.comparingDouble((FoundSkill skill) -> -skill.confidence())
                        .thenComparing(FoundSkill::skill))
                .toList();
    }

    /// Where one skill was found.
    private static final class Mentions {
        private final List<SkillMatch> matches = new ArrayList<>();

        void add(SkillMatch match, int offset) {
            matches.add(new SkillMatch(
                    match.skill(),
                    match.label(),
                    match.score(),
                    match.evidence().moved(offset)));
        }

        FoundSkill found(Means means) {
            List<SkillMatch> best = matches.stream()
                    .sorted(Comparator.comparingDouble(match -> -match.score()))
                    .limit(MOST_EVIDENCE)
                    .toList();
            SkillMatch surest = best.getFirst();
            return new FoundSkill(
                    surest.skill(),
                    surest.label(),
                    surest.score(),
                    best.stream().map(SkillMatch::evidence).sorted().toList(),
                    means);
        }
    }
}
