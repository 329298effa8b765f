package org.cairn.server.review;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cairn.server.web.Text;

/// What kind of file was attached, told by its bytes and not by its name.
final class EvidenceFile {
    static final int LARGEST = 5 * 1024 * 1024;

    private EvidenceFile() {}

    /// The media type; empty for anything else than PDF, PNG, JPEG and plain text.
    static Optional<String> type(byte[] file) {
        if (starts(file, '%', 'P', 'D', 'F', '-')) {
            return Optional.of("application/pdf");
        }
        if (starts(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("image/png");
        }
        if (starts(file, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        return isText(file) ? Optional.of("text/plain") : Optional.empty();
    }

    /// How a name of such a file ends.
    static String ending(String type) {
        return switch (type) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            default -> ".txt";
        };
    }

    private static boolean starts(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((file[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isBlank() && Text.isText(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
