package org.cairn.server.issue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The order in which the places of one status list are given out: it looks like chance, hits each place once, and
/// needs no list of those taken. A Feistel network over 18 bits, walked until it lands among the 2^17 places.
///
/// Who knows the seed can tell in which order credentials were made; it is no secret that protects anything else.
final class PlaceOrder {
    static final int PLACES = 131_072;

    private static final int HALF_BITS = 9;
    private static final int HALF = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 6;

    private final byte[] seed;
    private final MessageDigest sha;

    PlaceOrder(byte[] seed) {
        this.seed = seed.clone();
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The place of the credential that comes as number `turn` (from 0). Not thread-safe.
    int place(int turn) {
        if (turn < 0 || turn >= PLACES) {
            throw new IndexOutOfBoundsException("turn " + turn + " of " + PLACES);
        }
        var place = permuted(turn);
        while (place >= PLACES) {
            place = permuted(place);
        }
        return place;
    }

    private int permuted(int value) {
        var left = value >> HALF_BITS;
        var right = value & HALF;
        for (var round = 0; round < ROUNDS; round++) {
            var next = left ^ mixed(round, right);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    private int mixed(int round, int half) {
        sha.update(seed);
        var digest = sha.digest(
                ByteBuffer.allocate(3).put((byte) round).putShort((short) half).array());
        return ByteBuffer.wrap(digest).getInt() & HALF;
    }
}
