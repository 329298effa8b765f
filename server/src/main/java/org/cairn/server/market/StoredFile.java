package org.cairn.server.market;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// A file that lies in the database in parts, fetched as it is read.
final class StoredFile extends InputStream {
    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = {};
    private int number;
    private int at;
    private long read;

    StoredFile(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    /// How many bytes were taken so far.
    long position() {
        return read;
    }

    @Override
    public int read() {
        return fetch() ? part[advance(1)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fetch()) {
            return -1;
        }
        var count = Math.min(length, part.length - at);
        System.arraycopy(part, advance(count), into, offset, count);
        return count;
    }

    private int advance(int count) {
        var from = at;
        at += count;
        read += count;
        return from;
    }

    private boolean fetch() {
        while (at == part.length) {
            var next = parts.apply(number);
            if (next.isEmpty()) {
                return false;
            }
            part = next.get();
            number++;
            at = 0;
        }
        return true;
    }
}
