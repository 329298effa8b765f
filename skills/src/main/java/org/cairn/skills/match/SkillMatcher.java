package org.cairn.skills.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.cairn.skills.taxonomy.Taxonomy;

/// Ranks the skills of a taxonomy for a sentence. Thread-safe; one for a taxonomy is enough for a whole
/// server (for ESCO some 150 MB). The first one for a taxonomy has to read all its names, which takes a
/// minute for ESCO; what it learnt is kept in a folder for the next.
public final class SkillMatcher implements AutoCloseable {
    /// Longer sentences are refused: whole documents are for [TextSkills].
    public static final int LONGEST = 20_000;

    private static final String MODEL_LANGUAGE = "en";
    private static final int BATCH = 8;

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
        return switch (means(language)) {
            case HYBRID ->
                ranked(
                        sentence,
                        encoder.states(List.of(encoder.pieces(sentence))).getFirst(),
                        top);
            case LEXICAL -> rankedByWords(sentence, language, top);
        };
    }

    /// The same for many sentences, with all processors; in their order.
    ///
    /// @throws InterruptedException when the thread was asked to stop
    public List<List<SkillMatch>> match(List<String> sentences, String language, int top) throws InterruptedException {
        check(sentences, top);
        if (means(language) == Means.LEXICAL) {
            return workers.all(sentences.stream()
                    .<Workers.Task<List<SkillMatch>>>map(sentence -> () -> rankedByWords(sentence, language, top))
                    .toList());
        }
        List<WordPieces.Pieces> pieces = workers.all(sentences.stream()
                .<Workers.Task<WordPieces.Pieces>>map(sentence -> () -> encoder.pieces(sentence))
                .toList());
        int[] byLength = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> pieces.get(i).size()))
                .mapToInt(i -> i)
                .toArray();
        List<Workers.Task<List<List<SkillMatch>>>> tasks = new ArrayList<>();
        for (int from = 0; from < byLength.length; from += BATCH) {
            int[] batch = java.util.Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + BATCH));
            tasks.add(() -> ranked(batch, sentences, pieces, top));
        }
        return inOrder(
                byLength, workers.all(tasks).stream().flatMap(List::stream).toList());
    }

    private List<List<SkillMatch>> ranked(
            int[] batch, List<String> sentences, List<WordPieces.Pieces> pieces, int top) {
        List<Encoder.States> states =
                encoder.states(IntStream.of(batch).mapToObj(pieces::get).toList());
        return IntStream.range(0, batch.length)
                .mapToObj(i -> ranked(sentences.get(batch[i]), states.get(i), top))
                .toList();
    }

    private static <T> List<T> inOrder(int[] places, List<T> values) {
        List<T> ordered = new ArrayList<>(values);
        for (int i = 0; i < places.length; i++) {
            ordered.set(places[i], values.get(i));
        }
        return ordered;
    }

    private List<SkillMatch> ranked(String sentence, Encoder.States states, int top) {
        return Ranking.of(meaning.candidates(sentence, states), hybrid, english, top);
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
            case HYBRID ->
                meaning.candidates(
                        sentence,
                        encoder.states(List.of(encoder.pieces(sentence))).getFirst());
            case LEXICAL -> lexical(MODEL_LANGUAGE).words().candidates(sentence);
        };
    }

    org.cairn.skills.taxonomy.ConceptUri uri(int skill) {
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
        return java.util.Locale.forLanguageTag(language).getLanguage();
    }

    @Override
    public void close() {
        workers.close();
        encoder.close();
    }
}
