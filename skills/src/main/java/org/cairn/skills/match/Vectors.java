package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A vector for each name of a taxonomy, sorted into heaps around centres so that a search looks at a few
/// heaps instead of at all. Immutable.
final class Vectors {
    private static final int SMALL = 4000;
    private static final int PER_HEAP = 200;
    private static final int MOST_CENTRES = 512;
    private static final int SAMPLE = 16_000;
    private static final int ROUNDS = 4;

    private final ByteVector[] ofNames;
    private final ByteVector[] centres;
    private final int[] heapOf;
    private final int[][] heaps;

    Vectors(ByteVector[] ofNames, ByteVector[] centres, int[] heapOf) {
        this.ofNames = ofNames;
        this.centres = centres;
        this.heapOf = heapOf;
        int[] sizes = new int[centres.length];
        Arrays.stream(heapOf).forEach(heap -> sizes[heap]++);
        heaps = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] at = new int[centres.length];
        for (int name = 0; name < heapOf.length; name++) {
            heaps[heapOf[name]][at[heapOf[name]]++] = name;
        }
    }

    /// Finds centres by k-means on every so-manieth name: the same names, the same heaps. Few names make one
    /// heap.
    static Vectors sorted(ByteVector[] ofNames) throws InterruptedException {
        int count = ofNames.length < SMALL ? 1 : Math.min(MOST_CENTRES, ofNames.length / PER_HEAP);
        ByteVector[] centres = new ByteVector[count];
        for (int i = 0; i < count; i++) {
            centres[i] = ofNames[(int) ((long) i * ofNames.length / count)];
        }
        int[] sample = IntStream.range(0, Math.min(SAMPLE, ofNames.length))
                .map(i -> (int) ((long) i * ofNames.length / Math.min(SAMPLE, ofNames.length)))
                .toArray();
        for (int round = 0; round < ROUNDS && count > 1; round++) {
            centres = moved(centres, ofNames, sample);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        ByteVector[] last = centres;
        int[] heapOf = IntStream.range(0, ofNames.length)
                .parallel()
                .map(name -> nearest(last, ofNames[name]))
                .toArray();
        return new Vectors(ofNames, centres, heapOf);
    }

    private static ByteVector[] moved(ByteVector[] centres, ByteVector[] ofNames, int[] sample) {
        int[] heap = Arrays.stream(sample)
                .parallel()
                .map(name -> nearest(centres, ofNames[name]))
                .toArray();
        float[][] sums = new float[centres.length][Encoder.WIDTH];
        for (int i = 0; i < sample.length; i++) {
            ofNames[sample[i]].addTo(sums[heap[i]]);
        }
        ByteVector[] moved = new ByteVector[centres.length];
        for (int i = 0; i < moved.length; i++) {
            ByteVector middle = ByteVector.of(sums[i]);
            moved[i] = middle.scale() == 0 ? centres[i] : middle; // nobody came: it stays
        }
        return moved;
    }

    private static int nearest(ByteVector[] centres, ByteVector vector) {
        int nearest = 0;
        float best = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < centres.length; i++) {
            float cosine = centres[i].cosine(vector);
            if (cosine > best) {
                best = cosine;
                nearest = i;
            }
        }
        return nearest;
    }

    ByteVector of(int name) {
        return ofNames[name];
    }

    int size() {
        return ofNames.length;
    }

    ByteVector[] centres() {
        return centres;
    }

    int heapOf(int name) {
        return heapOf[name];
    }

    /// Takes a name that lies near to the vector of that place.
    interface Near {
        void at(int vector, int name, float cosine);
    }

    /// Shows the names in the heaps nearest to each of some vectors. Heap by heap, because vectors of one
    /// sentence mostly look into the same ones, and fetching a name from memory takes longer than comparing
    /// it.
    void near(List<ByteVector> some, int heapsToSearch, Near near) {
        Map<Integer, List<Integer>> lookers = new TreeMap<>();
        for (int vector = 0; vector < some.size(); vector++) {
            for (int heap : nearestHeaps(some.get(vector), heapsToSearch)) {
                lookers.computeIfAbsent(heap, _ -> new ArrayList<>()).add(vector);
            }
        }
        lookers.forEach((heap, vectors) -> {
            for (int name : heaps[heap]) {
                for (int vector : vectors) {
                    near.at(vector, name, ofNames[name].cosine(some.get(vector)));
                }
            }
        });
    }

    /// @param inHeaps the vectors in the order of [#heapByHeap()]
    static Vectors heapByHeap(ByteVector[] inHeaps, ByteVector[] centres, int[] heapOf) {
        ByteVector[] ofNames = new ByteVector[inHeaps.length];
        Vectors vectors = new Vectors(ofNames, centres, heapOf);
        int[] order = vectors.heapByHeap().toArray();
        for (int i = 0; i < order.length; i++) {
            ofNames[order[i]] = inHeaps[i];
        }
        return vectors;
    }

    /// All names, those of a heap behind one another.
    IntStream heapByHeap() {
        return Arrays.stream(heaps).flatMapToInt(Arrays::stream);
    }

    private List<Integer> nearestHeaps(ByteVector vector, int wanted) {
        float[] cosines = new float[centres.length];
        for (int i = 0; i < centres.length; i++) {
            cosines[i] = centres[i].cosine(vector);
        }
        List<Integer> nearest = new ArrayList<>(wanted + 1);
        for (int i = 0; i < cosines.length; i++) {
            if (nearest.size() < wanted || cosines[i] > cosines[nearest.getLast()]) {
                nearest.add(i);
                nearest.sort(Comparator.comparingDouble(heap -> -cosines[heap]));
                if (nearest.size() > wanted) {
                    nearest.removeLast();
                }
            }
        }
        return nearest;
    }
}
