package org.cairn.skills.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Taxonomy;

/// Ranks the skills of a taxonomy for a sentence. Thread-safe; one for a taxonomy is enough for a whole
/// server (for ESCO some 150 MB). The first one for a taxonomy has to read all its names, which takes a
/// minute for ESCO; what it learnt is kept in a folder for the next.
public final class SkillMatcher implements AutoCloseable {
    /// Longer sentences are refused: whole documents are for [TextSkills].
    public static final int LONGEST = 20_000;

    private static final String MODEL_LANGUAGE = "en";

    private final Taxonomy taxonomy;
    private final Priors priors;
    private final Encoder encoder;
    private final Workers workers;
    private final Names english;
    private final ByMeaning meaning;
    private final boolean knowsEnglish;
    private final Map<String, Lexical> lexical = new ConcurrentHashMap<>();
    private final Weights hybrid = Weights.shipped(Means.HYBRID);
    private final Weights byWords = Weights.shipped(Means.LEXICAL);

    /// The names of a language and what finds them.
    private record Lexical(Names names, ByWords words) {}

    private SkillMatcher(Taxonomy taxonomy, Encoder encoder, Workers workers, Names english, Vectors vectors) {
        this.taxonomy = taxonomy;
        this.encoder = encoder;
        this.workers = workers;
        this.english = english;
        this.priors = new Priors(taxonomy);
        ByWords words = new ByWords(english, priors);
        this.meaning = new ByMeaning(english, vectors, words, priors);
        this.knowsEnglish =
                taxonomy.skills().stream().anyMatch(skill -> skill.words().containsKey(MODEL_LANGUAGE));
        lexical.put(MODEL_LANGUAGE, new Lexical(english, words));
    }

    /// @param cache the folder in which vectors are kept from one start to the next; made when missing
    /// @throws IOException when they cannot be kept
    /// @throws InterruptedException when the thread was asked to stop before all was read
    public static SkillMatcher open(Taxonomy taxonomy, Path cache, Progress progress)
            throws IOException, InterruptedException {
        Encoder encoder = new Encoder();
        Workers workers = new Workers();
        try {
            Names english = Names.of(taxonomy, MODEL_LANGUAGE);
            return new SkillMatcher(
                    taxonomy, encoder, workers, english, vectors(english, encoder, workers, cache, progress));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            workers.close();
            encoder.close();
            throw failed;
        }
    }

    private static Vectors vectors(Names names, Encoder encoder, Workers workers, Path cache, Progress progress)
            throws IOException, InterruptedException {
        VectorFile file = VectorFile.of(cache, names);
        var kept = file.read();
        if (kept.isPresent()) {
            return kept.get();
        }
        Vectors made = Vectors.sorted(new Indexing(encoder, workers, progress).vectors(names));
        file.write(made);
        return made;
    }

    /// By what a text in that language is read.
    ///
    /// @param language a BCP 47 tag
    public Means means(String language) {
        return knowsEnglish && primary(language).equals(MODEL_LANGUAGE) ? Means.HYBRID : Means.LEXICAL;
    }

    /// The best skills for a sentence, the likeliest first; fewer than `top` where fewer have anything to do
    /// with it.
    ///
    /// @param language a BCP 47 tag
    /// @throws IllegalArgumentException for a sentence longer than [#LONGEST] or a `top` below 1
    public List<SkillMatch> match(String sentence, String language, int top) {
        check(List.of(sentence), top);
        return matched(sentence, language, top);
    }

    /// The same for many sentences, with all processors; in their order.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    public List<List<SkillMatch>> match(List<String> sentences, String language, int top) throws InterruptedException {
        check(sentences, top);
        // One by one: the model rounds by what else is in a batch, and a sentence shall not depend on its neighbours.
        return workers.all(sentences.stream()
                .<Workers.Task<List<SkillMatch>>>map(sentence -> () -> matched(sentence, language, top))
                .toList());
    }

    private List<SkillMatch> matched(String sentence, String language, int top) {
        return switch (means(language)) {
            case HYBRID -> Ranking.of(byMeaning(sentence), hybrid, english, top);
            case LEXICAL -> rankedByWords(sentence, language, top);
        };
    }

    private List<Candidate> byMeaning(String sentence) {
        return meaning.candidates(
                sentence, encoder.states(List.of(encoder.pieces(sentence))).getFirst());
    }

    private List<SkillMatch> rankedByWords(String sentence, String language, int top) {
        Lexical of = lexical(language);
        return Ranking.of(of.words().candidates(sentence), byWords, of.names(), top);
    }

    private Lexical lexical(String language) {
        return lexical.computeIfAbsent(primary(language), tag -> {
            Names names = Names.of(taxonomy, tag);
            return new Lexical(names, new ByWords(names, priors));
        });
    }

    /// What a sentence and its candidates measure, for fitting weights.
    List<Candidate> candidates(String sentence, Means means) {
        return switch (means) {
            case HYBRID -> byMeaning(sentence);
            case LEXICAL -> lexical(MODEL_LANGUAGE).words().candidates(sentence);
        };
    }

    ConceptUri uri(int skill) {
        return english.skill(skill).uri();
    }

    private static void check(List<String> sentences, int top) {
        if (top < 1) {
            throw new IllegalArgumentException("how many matches? At least 1, not " + top);
        }
        for (String sentence : sentences) {
            if (sentence.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a sentence of " + sentence.length() + " characters; at most " + LONGEST + " are read");
            }
        }
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    @Override
    public void close() {
        workers.close();
        encoder.close();
    }
}
