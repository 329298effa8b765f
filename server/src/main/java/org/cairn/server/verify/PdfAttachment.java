package org.cairn.server.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Takes the credential out of a PDF it is attached to. Read with a few lines of our own and not with a PDF library:
/// those unpack every stream of a stranger's file without a bound, and we want just the one that starts like JSON.
final class PdfAttachment {
    private static final Pattern EMBEDDED =
            Pattern.compile("/Type\\s*/EmbeddedFile\\b|/EmbeddedFile\\b(?=[^>]{0,200}/Type)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STREAM = Pattern.compile("\\bstream\\r?\\n");
    private static final Pattern END = Pattern.compile("\\r?\\n?endstream");
    private static final int DICTIONARY = 2_000;
    private static final int TRIES = 16;

    private PdfAttachment() {}

    static boolean isPdf(byte[] bytes) {
        return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /// The first attached file that starts like a JSON object.
    ///
    /// @param limit most bytes unpacked of each attachment
    static Optional<byte[]> credential(byte[] pdf, int limit) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        return EMBEDDED.matcher(text)
                .results()
                .limit(TRIES)
                .flatMap(match -> attachment(pdf, text, match.start(), limit).stream())
                .filter(PdfAttachment::startsLikeJson)
                .findFirst();
    }

    /// @param mark somewhere in the dictionary before the stream
    private static Optional<byte[]> attachment(byte[] pdf, String text, int mark, int limit) {
        var stream = STREAM.matcher(text).region(mark, Math.min(text.length(), mark + DICTIONARY));
        if (!stream.find()) {
            return Optional.empty();
        }
        var dictionary = text.substring(Math.max(text.lastIndexOf(" obj", mark), 0), stream.start());
        var end = END.matcher(text).region(stream.end(), text.length());
        var content = Arrays.copyOfRange(pdf, stream.end(), end.find() ? end.start() : pdf.length);
        return dictionary.contains("/FlateDecode") ? inflated(content, limit) : Optional.of(content);
    }

    private static Optional<byte[]> inflated(byte[] packed, int limit) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished() && out.size() <= limit) {
                var count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            return Optional.empty();
        }
        return out.size() > limit ? Optional.empty() : Optional.of(out.toByteArray());
    }

    private static boolean startsLikeJson(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 40), StandardCharsets.UTF_8)
                .strip()
                .startsWith("{");
    }
}
