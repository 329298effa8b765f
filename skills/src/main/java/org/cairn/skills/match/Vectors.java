package org.cairn.skills.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A vector for each name of a taxonomy, sorted into heaps around centres so that a search looks at a few
/// heaps instead of at all. Immutable.
final class Vectors {
    private static final int SMALL = 4000;
    private static final int PER_HEAP = 200;
    private static final int MOST_CENTRES = 512;
    private static final int SAMPLE = 16_000;
    private static final int ROUNDS = 4;

    private final ByteVector[] centres;
    private final int[] heapOf;
    private final int[] placeOf;
    private final int[][] names;
    /// Heap by heap, and held by nothing else, so that those of a heap lie together in memory wherever they
    /// are moved to.
    private final ByteVector[][] heaps;

    /// @param inHeaps the vectors in the order of [#heapByHeap(int[], int)]
    Vectors(ByteVector[] inHeaps, ByteVector[] centres, int[] heapOf) {
        this.centres = centres;
        this.heapOf = heapOf;
        this.placeOf = new int[heapOf.length];
        this.names = new int[centres.length][0];
        this.heaps = new ByteVector[centres.length][0];
        int[] order = heapByHeap(heapOf, centres.length);
        for (int from = 0; from < order.length; ) {
            int heap = heapOf[order[from]];
            int to = from;
            for (; to < order.length && heapOf[order[to]] == heap; to++) {
                placeOf[order[to]] = to - from;
            }
            names[heap] = Arrays.copyOfRange(order, from, to);
            heaps[heap] = Arrays.copyOfRange(inHeaps, from, to);
            from = to;
        }
    }

    /// All names, those of a heap behind one another.
    static int[] heapByHeap(int[] heapOf, int heaps) {
        int[] next = new int[heaps + 1];
        Arrays.stream(heapOf).forEach(heap -> next[heap + 1]++);
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[heapOf.length];
        for (int name = 0; name < order.length; name++) {
            order[next[heapOf[name]]++] = name;
        }
        return order;
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
        ByteVector[] inHeaps = Arrays.stream(heapByHeap(heapOf, count))
                .mapToObj(name -> ofNames[name])
                .toArray(ByteVector[]::new);
        return new Vectors(inHeaps, centres, heapOf);
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
        return heaps[heapOf[name]][placeOf[name]];
    }

    int size() {
        return heapOf.length;
    }

    ByteVector[] centres() {
        return centres;
    }

    int heapOf(int name) {
        return heapOf[name];
    }

    /// Takes a name, with that of some vectors to which it lies nearest.
    interface Near {
        void at(int name, int vector, float cosine);
    }

    /// Shows the names in the heaps nearest to any of some vectors, each once. Heap by heap, because vectors
    /// of one sentence mostly look into the same ones, and fetching a name from memory takes longer than
    /// comparing it.
    void near(List<ByteVector> some, int heapsToSearch, Near near) {
        ByteVector[] vectors = some.toArray(ByteVector[]::new);
        int[][] lookers = new int[heaps.length][0];
        float[][] cosines = toCentres(vectors);
        for (int vector = 0; vector < vectors.length; vector++) {
            for (int heap : highest(cosines[vector], heapsToSearch)) {
                lookers[heap] = Arrays.copyOf(lookers[heap], lookers[heap].length + 1);
                lookers[heap][lookers[heap].length - 1] = vector;
            }
        }
        for (int heap = 0; heap < heaps.length; heap++) {
            if (lookers[heap].length > 0) {
                show(heap, vectors, lookers[heap], near);
            }
        }
    }

    /// Centre by centre: the vectors of a sentence stay in the nearest cache, the centres do not fit there.
    private float[][] toCentres(ByteVector[] vectors) {
        float[][] cosines = new float[vectors.length][centres.length];
        for (int heap = 0; heap < centres.length; heap++) {
            ByteVector centre = centres[heap];
            for (int vector = 0; vector < vectors.length; vector++) {
                cosines[vector][heap] = centre.cosine(vectors[vector]);
            }
        }
        return cosines;
    }

    private void show(int heap, ByteVector[] vectors, int[] lookers, Near near) {
        for (int place = 0; place < heaps[heap].length; place++) {
            ByteVector ofName = heaps[heap][place];
            int nearest = lookers[0];
            float best = ofName.cosine(vectors[nearest]);
            for (int i = 1; i < lookers.length; i++) {
                float cosine = ofName.cosine(vectors[lookers[i]]);
                if (cosine > best) {
                    best = cosine;
                    nearest = lookers[i];
                }
            }
            near.at(names[heap][place], nearest, best);
        }
    }

    int[] heapByHeap() {
        return heapByHeap(heapOf, heaps.length);
    }

    /// The places of the highest of some numbers. By insertion into a short row: few are wanted of many.
    private static int[] highest(float[] numbers, int wanted) {
        int[] places = new int[Math.min(wanted, numbers.length)];
        float[] best = new float[places.length];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (int place = 0; place < numbers.length; place++) {
            int at = best.length;
            for (; at > 0 && numbers[place] > best[at - 1]; at--) {
                if (at < best.length) {
                    best[at] = best[at - 1];
                    places[at] = places[at - 1];
                }
            }
            if (at < best.length) {
                best[at] = numbers[place];
                places[at] = place;
            }
        }
        return places;
    }
}
