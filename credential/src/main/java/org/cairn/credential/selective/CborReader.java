package org.cairn.credential.selective;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Reads the few kinds of CBOR (RFC 8949) that proof values are made of, in their one shortest form and definite
/// length. Tags and everything else are refused, as the standards demand. Nothing is allocated that the input does
/// not have the bytes for.
final class CborReader {

    private static final int UNSIGNED = 0;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;

    private final ByteBuffer in;

    CborReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /// The start of an array of exactly so many items.
    void array(int size) {
        if (head(ARRAY) != size) {
            throw new MalformedProofException("an array of another size than " + size);
        }
    }

    /// A whole array.
    <T> List<T> array(Supplier<T> item) {
        int size = count(ARRAY);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    /// A whole map with numbers as keys, each once.
    <T> SortedMap<Integer, T> map(Supplier<T> value) {
        int size = count(MAP);
        SortedMap<Integer, T> entries = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            if (entries.put(number(), value.get()) != null) {
                throw new MalformedProofException("a key twice");
            }
        }
        return entries;
    }

    int number() {
        return head(UNSIGNED);
    }

    byte[] bytes() {
        byte[] bytes = new byte[count(BYTES)];
        in.get(bytes);
        return bytes;
    }

    byte[] bytes(int size) {
        byte[] bytes = bytes();
        if (bytes.length != size) {
            throw new MalformedProofException("a byte string of another length than " + size);
        }
        return bytes;
    }

    String text() {
        byte[] bytes = new byte[count(TEXT)];
        in.get(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedProofException("text that is not UTF-8");
        }
    }

    /// Nothing may follow.
    void end() {
        if (in.hasRemaining()) {
            throw new MalformedProofException("something behind the end");
        }
    }

    /// A number of items or bytes, each of which takes at least one byte of the input.
    private int count(int type) {
        int count = head(type);
        if (count > in.remaining()) {
            throw new MalformedProofException("the end is missing");
        }
        return count;
    }

    private int head(int type) {
        int first = octet();
        if (first >>> 5 != type) {
            throw new MalformedProofException("another type of value");
        }
        int info = first & 0x1f;
        return switch (info) {
            case 24 -> argument(1, 24);
            case 25 -> argument(2, 0x100);
            case 26 -> argument(4, 0x1_0000);
            default -> {
                if (info > 24) {
                    throw new MalformedProofException("a length that is too large or left open");
                }
                yield info;
            }
        };
    }

    private int argument(int octets, int least) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | octet();
        }
        if (value < least || value > Integer.MAX_VALUE) {
            throw new MalformedProofException("a number that is too large or not in its shortest form");
        }
        return (int) value;
    }

    private int octet() {
        if (!in.hasRemaining()) {
            throw new MalformedProofException("the end is missing");
        }
        return in.get() & 0xff;
    }
}
