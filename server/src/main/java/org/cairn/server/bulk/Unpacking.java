package org.cairn.server.bulk;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.cairn.server.bulk.BulkItem.Sent;
import org.cairn.server.verify.Verification;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;

/// Takes documents one after the other, out of ZIP files where that is what was sent. What a packed file says of its
/// own
/// size is not believed: every byte that comes out of it is counted, also of entries that are too large to be taken, so
/// a
/// bomb goes off at the limit. Files packed inside are not opened. Not thread-safe: one for each upload.
final class Unpacking {
    static final int MOST = 1_000;
    static final long MOST_BYTES = 64L << 20;
    /// Folders and what systems leave behind are passed over, but not without end.
    static final int MOST_ENTRIES = 5_000;

    static final String TOO_LARGE = "TOO_LARGE";
    static final String PACKED = "PACKED";
    private static final byte[] NOTHING = {};
    private static final int LONGEST_NAME = 200;

    private final Consumer<Sent> taker;
    private int taken;
    private long bytes;
    private int entries;

    /// @param taker gets each document as it comes; may already hold some when a later one is refused
    Unpacking(Consumer<Sent> taker) {
        this.taker = taker;
    }

    int taken() {
        return taken;
    }

    /// @throws InputException when there are too many, or too much
    void add(String name, String type, InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        if (isZip(buffered)) {
            unpack(buffered);
        } else {
            take(name, type, buffered);
        }
    }

    private static boolean isZip(InputStream in) throws IOException {
        in.mark(4);
        var head = in.readNBytes(4);
        in.reset();
        return isZip(head);
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    private void unpack(InputStream in) throws IOException {
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw refused("bulk.tooManyEntries", MOST_ENTRIES);
                }
                if (isDocument(entry)) {
                    take(entry.getName(), "", zip);
                } else {
                    passOver(zip);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new InputException(Fault.of("file", "bulk.zip.damaged"));
        }
    }

    private static boolean isDocument(ZipEntry entry) {
        var name = entry.getName();
        var last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !last.startsWith(".") && !last.isEmpty();
    }

    private void take(String name, String type, InputStream in) throws IOException {
        if (++taken > MOST) {
            throw refused("bulk.tooMany", MOST);
        }
        var content = in.readNBytes(Verification.MAX_BYTES + 1);
        count(content.length);
        if (content.length > Verification.MAX_BYTES) {
            passOver(in);
            taker.accept(new Sent(tidy(name), type(type), NOTHING, Optional.of(TOO_LARGE)));
        } else if (isZip(content)) {
            taker.accept(new Sent(tidy(name), type(type), NOTHING, Optional.of(PACKED)));
        } else {
            taker.accept(new Sent(tidy(name), type(type), content, Optional.empty()));
        }
    }

    /// Reading to the end of an entry is the only way to the next, so this is counted as well.
    private void passOver(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            count(read);
        }
    }

    private void count(int more) {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw refused("bulk.tooMuch", MOST_BYTES >> 20);
        }
    }

    private static InputException refused(String key, Object most) {
        return new InputException(Fault.of("file", key, most));
    }

    /// The last part of a name without what could deceive on a page; never used as a path.
    private static String tidy(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}\\u2028\\u2029]", "").strip();
        var text = plain.isEmpty() ? "document" : plain;
        return text.length() <= LONGEST_NAME ? text : text.substring(text.length() - LONGEST_NAME);
    }

    /// Whether a media type can be one; anything else says nothing.
    static String type(String stated) {
        var type = stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}") ? type : "";
    }
}
