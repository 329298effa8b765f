package org.cairn.credential.badge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.cairn.credential.badge.BakingException.Code;

/// The credential as an `iTXt` chunk with the keyword `openbadgecredential`.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String KEYWORD = "openbadgecredential";

    /// Of Open Badges 2.0; only read.
    private static final String OLD_KEYWORD = "openbadges";

    private static final String HEADER = "IHDR";
    private static final String TEXT = "iTXt";
    private static final int MAX_CHUNKS = 100_000;

    /// Length, type and checksum around the data.
    private static final int FRAME = 12;

    /// One chunk: where it lies, frame included.
    private record Chunk(String type, int start, int end) {
        byte[] data(byte[] png) {
            return Arrays.copyOfRange(png, start + 8, end - 4);
        }

        boolean isIntact(byte[] png) {
            CRC32 crc = new CRC32();
            crc.update(png, start + 4, end - start - 8);
            return (int) crc.getValue() == ByteBuffer.wrap(png).getInt(end - 4);
        }
    }

    private Png() {}

    static boolean hasSignature(byte[] bytes) {
        return bytes.length >= SIGNATURE.length && Arrays.equals(bytes, 0, 8, SIGNATURE, 0, 8);
    }

    static byte[] bake(byte[] png, String credential) {
        List<Chunk> chunks = chunks(png);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + credential.length() + 100);
        out.writeBytes(SIGNATURE);
        for (Chunk chunk : chunks) {
            if (!isCredential(png, chunk, KEYWORD)) {
                out.write(png, chunk.start, chunk.end - chunk.start);
            }
            if (chunk.type.equals(HEADER)) {
                out.writeBytes(textChunk(credential));
            }
        }
        return out.toByteArray();
    }

    /// The credential, or else an old badge.
    static Optional<String> unbake(byte[] png) {
        List<Chunk> chunks = chunks(png);
        return only(png, chunks, KEYWORD).or(() -> only(png, chunks, OLD_KEYWORD));
    }

    private static Optional<String> only(byte[] png, List<Chunk> chunks, String keyword) {
        List<Chunk> found = chunks.stream()
                .filter(chunk -> isCredential(png, chunk, keyword))
                .toList();
        if (found.size() > 1) {
            throw new BakingException(Code.SEVERAL_CREDENTIALS, "the picture holds more than one credential");
        }
        return found.stream().findFirst().map(chunk -> text(png, chunk, keyword));
    }

    private static List<Chunk> chunks(byte[] png) {
        if (!hasSignature(png)) {
            throw new BakingException(Code.NOT_A_PICTURE, "not a PNG picture");
        }
        List<Chunk> chunks = new ArrayList<>();
        int at = SIGNATURE.length;
        while (at < png.length && chunks.size() < MAX_CHUNKS) {
            Chunk chunk = chunkAt(png, at);
            chunks.add(chunk);
            if (chunk.type.equals("IEND")) {
                return checkHeader(chunks);
            }
            at = chunk.end;
        }
        throw damaged("the picture is cut short");
    }

    private static List<Chunk> checkHeader(List<Chunk> chunks) {
        long headers =
                chunks.stream().filter(chunk -> chunk.type.equals(HEADER)).count();
        if (headers != 1 || !chunks.getFirst().type.equals(HEADER)) {
            throw damaged("the picture has no proper header");
        }
        return chunks;
    }

    private static Chunk chunkAt(byte[] png, int at) {
        if (png.length - at < FRAME) {
            throw damaged("the picture is cut short");
        }
        int length = ByteBuffer.wrap(png).getInt(at);
        if (length < 0 || length > png.length - at - FRAME) {
            throw damaged("a part of the picture has an impossible length");
        }
        return new Chunk(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1), at, at + FRAME + length);
    }

    private static boolean isCredential(byte[] png, Chunk chunk, String name) {
        byte[] keyword = (name + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int from = chunk.start + 8;
        return chunk.type.equals(TEXT)
                && chunk.end - 4 - from >= keyword.length
                && Arrays.equals(png, from, from + keyword.length, keyword, 0, keyword.length);
    }

    private static byte[] textChunk(String credential) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(TEXT.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes((KEYWORD + "\0").getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[] {0, 0, 0, 0}); // not compressed, method 0, no language, no translated keyword
        data.writeBytes(credential.getBytes(StandardCharsets.UTF_8));
        CRC32 crc = new CRC32();
        crc.update(data.toByteArray());
        return ByteBuffer.allocate(data.size() + 8)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) crc.getValue())
                .array();
    }

    private static String text(byte[] png, Chunk chunk, String keyword) {
        if (!chunk.isIntact(png)) {
            throw damaged("the credential in the picture is damaged");
        }
        byte[] data = chunk.data(png);
        int flags = keyword.length() + 1;
        int language = end(data, flags + 2);
        int translated = end(data, language + 1);
        byte[] text = Arrays.copyOfRange(data, translated + 1, data.length);
        byte[] plain = switch (data[flags]) {
            case 0 -> text;
            case 1 -> inflate(text);
            default -> throw damaged("the credential is packed in an unknown way");
        };
        if (plain.length > Baking.MAX_CREDENTIAL) {
            throw new BakingException(Code.TOO_LARGE, "the credential in the picture is too large");
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    /// The position of the zero byte that ends the text starting at `from`.
    private static int end(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        throw damaged("the credential in the picture is cut short");
    }

    private static byte[] inflate(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(Baking.MAX_CREDENTIAL + 1);
        } catch (IOException e) {
            throw damaged("the credential in the picture is damaged");
        }
    }

    private static BakingException damaged(String message) {
        return new BakingException(Code.DAMAGED, message);
    }
}
