package org.cairn.server.award;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of an uploaded file.
///
/// @param charset how it was read
/// @param guessed it bore no mark and was no UTF-8, so its accents need a look
record SheetText(String text, String charset, boolean guessed) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static SheetText decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return marked(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return marked(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return marked(bytes, 2, StandardCharsets.UTF_16BE);
        }
        try {
            var strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new SheetText(strict.decode(ByteBuffer.wrap(bytes)).toString(), "UTF-8", false);
        } catch (CharacterCodingException e) {
            return new SheetText(new String(bytes, WINDOWS), "Windows-1252", true);
        }
    }

    private static SheetText marked(byte[] bytes, int from, Charset charset) {
        return new SheetText(new String(Arrays.copyOfRange(bytes, from, bytes.length), charset), charset.name(), false);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
