package org.cairn.credential.selective;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/// Writes what [CborReader] reads.
final class CborWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    CborWriter array(int size) {
        return head(4, size);
    }

    <T> CborWriter array(List<T> items, Consumer<T> write) {
        head(4, items.size());
        items.forEach(write);
        return this;
    }

    <T> CborWriter map(SortedMap<Integer, T> entries, Consumer<T> write) {
        head(5, entries.size());
        entries.forEach((key, value) -> {
            number(key);
            write.accept(value);
        });
        return this;
    }

    CborWriter number(int value) {
        return head(0, value);
    }

    CborWriter bytes(byte[] bytes) {
        head(2, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    CborWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(3, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] result() {
        return out.toByteArray();
    }

    private CborWriter head(int type, int value) {
        int high = type << 5;
        if (value < 24) {
            out.write(high | value);
        } else if (value < 0x100) {
            out.write(high | 24);
            out.write(value);
        } else if (value < 0x1_0000) {
            out.write(high | 25);
            out.write(value >>> 8);
            out.write(value);
        } else {
            out.write(high | 26);
            out.write(value >>> 24);
            out.write(value >>> 16);
            out.write(value >>> 8);
            out.write(value);
        }
        return this;
    }
}
