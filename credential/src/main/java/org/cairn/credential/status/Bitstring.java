package org.cairn.credential.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cairn.credential.key.Multibase;

/// A status list's bits. Index 0 is the left-most bit of the first byte. Not thread-safe.
public final class Bitstring {

    /// The smallest list the standard allows: large enough to hide one credential among many.
    public static final int DEFAULT_SIZE = 131_072;

    /// The largest list accepted from outside; a few kilobytes of gzip could otherwise inflate without end.
    public static final int MAX_SIZE = 16 * 1024 * 1024;

    private final byte[] bytes;

    private Bitstring(byte[] bytes) {
        this.bytes = bytes;
    }

    /// All bits off.
    public static Bitstring empty() {
        return ofSize(DEFAULT_SIZE);
    }

    /// All bits off, with room for `size` entries (a multiple of eight, at least [#DEFAULT_SIZE]).
    public static Bitstring ofSize(int size) {
        if (size < DEFAULT_SIZE || size > MAX_SIZE || size % 8 != 0) {
            throw new IllegalArgumentException("a status list has " + DEFAULT_SIZE + " to " + MAX_SIZE + " bits");
        }
        return new Bitstring(new byte[size / 8]);
    }

    public int size() {
        return bytes.length * 8;
    }

    public boolean get(int index) {
        return (bytes[byteOf(index)] & mask(index)) != 0;
    }

    public void set(int index, boolean value) {
        int at = byteOf(index);
        bytes[at] = (byte) (value ? bytes[at] | mask(index) : bytes[at] & ~mask(index));
    }

    /// The `encodedList`: `u` + base64url of the gzipped bits.
    public String encode() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.base64url(packed.toByteArray());
    }

    /// Reads an `encodedList`. The `u` may be missing, as in lists written before the final standard.
    ///
    /// @throws IllegalArgumentException when the text is damaged, too short or inflates beyond [#MAX_SIZE]
    public static Bitstring decode(String encodedList) {
        byte[] packed = Multibase.decode(encodedList.startsWith("u") ? encodedList : "u" + encodedList);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bits = gzip.readNBytes(MAX_SIZE / 8 + 1);
            if (bits.length > MAX_SIZE / 8 || bits.length < DEFAULT_SIZE / 8) {
                throw new IllegalArgumentException("the status list is too short or too long");
            }
            return new Bitstring(bits);
        } catch (IOException e) {
            throw new IllegalArgumentException("the status list is damaged", e);
        }
    }

    private int byteOf(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("status index " + index + " of " + size());
        }
        return index >> 3;
    }

    private static int mask(int index) {
        return 0x80 >> (index & 7);
    }
}
