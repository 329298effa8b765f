package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Reads every name of a taxonomy with the sentence model.
final class Indexing {
    private static final int BATCH = 32;
    private static final int BATCHES_BETWEEN_REPORTS = 32;

    private final Encoder encoder;
    private final Workers workers;
    private final Progress progress;

    Indexing(Encoder encoder, Workers workers, Progress progress) {
        this.encoder = encoder;
        this.workers = workers;
        this.progress = progress;
    }

    ByteVector[] vectors(Names names) throws InterruptedException {
        WordPieces.Pieces[] pieces = IntStream.range(0, names.size())
                .parallel()
                .mapToObj(name -> encoder.pieces(names.text(name)))
                .toArray(WordPieces.Pieces[]::new);
        int[] byLength = IntStream.range(0, pieces.length)
                .boxed()
                .sorted(Comparator.comparingInt(name -> pieces[name].size()))
                .mapToInt(name -> name)
                .toArray();
        ByteVector[] vectors = new ByteVector[pieces.length];
        List<Workers.Task<Integer>> tasks = new ArrayList<>();
        for (int from = 0; from < byLength.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + BATCH));
            tasks.add(() -> fill(batch, pieces, vectors));
        }
        int done = 0;
        for (int from = 0; from < tasks.size(); from += BATCHES_BETWEEN_REPORTS) {
            List<Workers.Task<Integer>> some =
                    tasks.subList(from, Math.min(tasks.size(), from + BATCHES_BETWEEN_REPORTS));
            done += workers.all(some).stream().mapToInt(count -> count).sum();
            progress.at(done, vectors.length);
        }
        return vectors;
    }

    private int fill(int[] batch, WordPieces.Pieces[] pieces, ByteVector[] vectors) {
        List<Encoder.States> states = encoder.states(
                IntStream.of(batch).mapToObj(name -> pieces[name]).toList());
        for (int i = 0; i < batch.length; i++) {
            Encoder.States of = states.get(i);
            vectors[batch[i]] = ByteVector.ofMean(of.values(), 0, of.pieces().size(), Encoder.WIDTH);
        }
        return batch.length;
    }
}
