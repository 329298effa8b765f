package org.cairn.credential.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.status.StatusException.Code;

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

    /// How many entries of `size` bits there is room for.
    public int entries(int size) {
        return size() / size;
    }

    /// The value of an entry of `size` bits; its left-most bit counts most.
    public int value(int index, int size) {
        int first = firstOf(index, size);
        int value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 1 | (get(first + i) ? 1 : 0);
        }
        return value;
    }

    public void setValue(int index, int size, int value) {
        if (value < 0 || value >= 1 << size) {
            throw new IllegalArgumentException(value + " does not fit into " + size + " bits");
        }
        int first = firstOf(index, size);
        for (int i = 0; i < size; i++) {
            set(first + i, (value >> (size - 1 - i) & 1) == 1);
        }
    }

    private int firstOf(int index, int size) {
        if (size < 1 || size > StatusEntry.MAX_STATUS_SIZE) {
            throw new IllegalArgumentException("an entry has 1 to " + StatusEntry.MAX_STATUS_SIZE + " bits");
        }
        if (index < 0 || index >= entries(size)) {
            throw new IndexOutOfBoundsException("status index " + index + " of " + entries(size));
        }
        return index * size;
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

    /// Reads an `encodedList`.
    ///
    /// @throws StatusException when the text is damaged, too short or inflates beyond [#MAX_SIZE]
    public static Bitstring decode(String encodedList) {
        if (!encodedList.startsWith("u")) {
            throw StatusException.malformed("encodedList");
        }
        return unpack(encodedList);
    }

    /// Reads the list of a StatusList2021 draft, which has no `u` before it.
    ///
    /// @throws StatusException as [#decode]
    public static Bitstring decodeOf2021(String encodedList) {
        return unpack("u" + encodedList);
    }

    private static Bitstring unpack(String multibase) {
        byte[] bits;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Multibase.decode(multibase)))) {
            bits = gzip.readNBytes(MAX_SIZE / 8 + 1);
        } catch (IOException | IllegalArgumentException e) {
            throw StatusException.malformed("encodedList");
        }
        if (bits.length > MAX_SIZE / 8) {
            throw StatusException.malformed("encodedList");
        }
        if (bits.length < DEFAULT_SIZE / 8) {
            throw new StatusException(Code.STATUS_LIST_LENGTH_ERROR, "encodedList", "the list is too short");
        }
        return new Bitstring(bits);
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
