package org.cairn.skills.demand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// By what two postings are recognised as the same job: the words of title and text without case, marks and order of
/// lines, as the set of all three words in a row (shingles). Two postings are compared only inside one `block`: an
/// employer in a region, or, where no employer is named, one text. Immutable.
public final class Fingerprint {
    /// 16 bands of 4: two postings whose shingles agree to 80 % meet in a band with a probability of 0.9998.
    private static final int BANDS = 16;

    private static final int ROWS = 4;
    private static final int WORDS = 3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String block;
    private final String content;
    private final long[] shingles;

    private Fingerprint(String block, String content, long[] shingles) {
        this.block = block;
        this.content = content;
        this.shingles = shingles;
    }

    public static Fingerprint of(Posting posting) {
        String[] words = NO_WORD.split(posting.words().toLowerCase(Locale.ROOT).strip());
        String employer = plain(posting.employer());
        String place = posting.region().country() + "|" + plain(posting.region().subdivision());
        String content = hex(employer + "|" + place + "|" + String.join(" ", words));
        return new Fingerprint(employer.isEmpty() ? content : employer + "|" + place, content, shingles(words));
    }

    /// Postings of different blocks are never the same job.
    public String block() {
        return block;
    }

    /// The same for postings that differ in nothing but marks, case and spaces: 32 hexadecimal digits.
    public String content() {
        return content;
    }

    /// What part of their shingles two postings share (Jaccard): 0 to 1.
    public double likeness(Fingerprint other) {
        int shared = 0;
        int here = 0;
        int there = 0;
        while (here < shingles.length && there < other.shingles.length) {
            int order = Long.compare(shingles[here], other.shingles[there]);
            shared += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        int all = shingles.length + other.shingles.length - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    /// Postings that are nearly the same share at least one of these numbers; few others do. What shares one is to be
    /// compared by [#likeness].
    public long[] bands() {
        long[] bands = new long[BANDS];
        long start = hash(block);
        for (int band = 0; band < BANDS; band++) {
            long mixed = mix(start + band);
            for (int row = 0; row < ROWS; row++) {
                mixed = mix(mixed ^ least(band * ROWS + row));
            }
            bands[band] = mixed;
        }
        return bands;
    }

    private long least(int permutation) {
        long seed = mix(permutation + 1L);
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, mix(shingle ^ seed));
        }
        return least;
    }

    private static long[] shingles(String[] words) {
        long[] hashes = Arrays.stream(words).mapToLong(Fingerprint::hash).toArray();
        long[] shingles = new long[Math.max(1, hashes.length - WORDS + 1)];
        for (int at = 0; at < shingles.length; at++) {
            for (int word = at; word < Math.min(at + WORDS, hashes.length); word++) {
                shingles[at] = mix(shingles[at] ^ hashes[word]);
            }
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    private static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /// The finaliser of SplitMix64.
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static String hex(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
