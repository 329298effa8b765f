package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds candidates by meaning and by words, and measures them. Thread-safe.
final class ByMeaning {
    private static final int HEAPS = 2;
    private static final int MOST = 180;

    private final Names names;
    private final Vectors vectors;
    private final ByWords words;
    private final Priors priors;

    ByMeaning(Names names, Vectors vectors, ByWords words, Priors priors) {
        this.names = names;
        this.vectors = vectors;
        this.words = words;
        this.priors = priors;
    }

    List<Candidate> candidates(String sentence, Encoder.States states) {
        List<Windows.Window> windows = Windows.of(sentence, states);
        ByteVector whole = ByteVector.ofMean(states.values(), 0, states.pieces().size(), Encoder.WIDTH);
        Nearest nearest = new Nearest(names.skillCount());
        vectors.near(
                windows.stream().map(Windows.Window::vector).toList(),
                HEAPS,
                (name, window, cosine) -> nearest.seen(names.skillOf(name), cosine, window));
        Lexicon.Reading reading = words.read(sentence);
        Set<Integer> skills = new LinkedHashSet<>(nearest.best(MOST));
        for (Map.Entry<Integer, Lexicon.Hit> hit : ByWords.best(reading)) {
            skills.add(hit.getKey());
        }
        List<Candidate> candidates = new ArrayList<>(skills.size());
        for (int skill : skills) {
            candidates.add(measured(skill, windows, whole, nearest, reading));
        }
        return candidates;
    }

    private Candidate measured(
            int skill, List<Windows.Window> windows, ByteVector whole, Nearest nearest, Lexicon.Reading reading) {
        ByteVector label = vectors.of(names.labelOf(skill));
        float ofLabel = windows.isEmpty() ? 0 : -1;
        for (int i = 0; i < windows.size(); i++) {
            float cosine = windows.get(i).vector().cosine(label);
            ofLabel = Math.max(ofLabel, cosine);
            nearest.seen(skill, cosine, i);
        }
        double[] features = new double[Feature.COUNT];
        features[Feature.LABEL.place()] = ofLabel;
        features[Feature.NAME.place()] = windows.isEmpty() ? 0 : nearest.cosine[skill];
        features[Feature.SENTENCE.place()] = whole.cosine(label);
        priors.into(features, skill);
        Lexicon.Hit hit = reading.hits().get(skill);
        if (hit != null) {
            ByWords.into(features, hit);
        }
        Span evidence = hit != null && (hit.exact() > 0 || windows.isEmpty())
                ? reading.evidence(hit)
                : windows.get(nearest.window[skill]).span();
        return new Candidate(skill, features, evidence);
    }

    /// The best cosine seen of each skill, and with which window.
    private static final class Nearest {
        final float[] cosine;
        final int[] window;
        private int[] touched = new int[1024];
        private int count;

        Nearest(int skills) {
            cosine = new float[skills];
            window = new int[skills];
            Arrays.fill(cosine, -1);
        }

        void seen(int skill, float value, int with) {
            if (value > cosine[skill]) {
                if (cosine[skill] == -1) {
                    touched = count == touched.length ? Arrays.copyOf(touched, count * 2) : touched;
                    touched[count++] = skill;
                }
                cosine[skill] = value;
                window[skill] = with;
            }
        }

        List<Integer> best(int most) {
            // A cosine and a skill in one number, so that sorting needs no objects.
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = ((long) ((1 - cosine[touched[i]]) * 1e6) << 32) | touched[i];
            }
            Arrays.sort(keys);
            return Arrays.stream(keys).limit(most).mapToObj(key -> (int) key).toList();
        }
    }
}
