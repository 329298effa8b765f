package org.cairn.skills.match;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Keeps the vectors of a taxonomy on disk. The file's name is the hash of all names, the model and this
/// format, so that what is out of date is never found. It is written beside and moved into place whole. A
/// file that is lost or damaged is made anew; who changes it on purpose can make the matching worse, and
/// nothing else.
final class VectorFile {
    private static final int MAGIC = 0x4341_4952;
    private static final String FORMAT = "cairn vectors 2";

    private final Path file;
    private final int names;

    private VectorFile(Path file, int names) {
        this.file = file;
        this.names = names;
    }

    static VectorFile of(Path folder, Names names) {
        MessageDigest digest = sha256();
        put(digest, FORMAT);
        put(digest, Encoder.MODEL);
        for (int name = 0; name < names.size(); name++) {
            put(digest, names.text(name));
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, 16);
        return new VectorFile(folder.resolve(hash + ".vectors"), names.size());
    }

    /// Nothing where there is no file or not a good one.
    Optional<Vectors> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(
                        new CheckedInputStream(new java.io.BufferedInputStream(in, 1 << 20), sum))) {
            return body(data, sum);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty(); // as good as not there: it is made anew
        }
    }

    private Optional<Vectors> body(DataInputStream data, CRC32C sum) throws IOException {
        if (data.readInt() != MAGIC || data.readInt() != names) {
            return Optional.empty();
        }
        int centreCount = data.readInt();
        if (centreCount < 1 || centreCount > names) {
            return Optional.empty();
        }
        ByteVector[] centres = vectors(data, centreCount);
        int[] heapOf = new int[names];
        for (int name = 0; name < names; name++) {
            heapOf[name] = data.readUnsignedShort();
            if (heapOf[name] >= centreCount) {
                return Optional.empty();
            }
        }
        Vectors vectors = new Vectors(vectors(data, names), centres, heapOf);
        long expected = sum.getValue();
        return data.readLong() == expected ? Optional.of(vectors) : Optional.empty();
    }

    private static ByteVector[] vectors(DataInputStream data, int count) throws IOException {
        ByteVector[] vectors = new ByteVector[count];
        for (int i = 0; i < count; i++) {
            float scale = data.readFloat();
            byte[] values = new byte[Encoder.WIDTH];
            data.readFully(values);
            vectors[i] = new ByteVector(values, scale);
        }
        return vectors;
    }

    void write(Vectors vectors) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".part");
        try {
            CRC32C sum = new CRC32C();
            try (DataOutputStream data = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 20), sum))) {
                put(data, vectors);
                data.writeLong(sum.getValue());
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void put(DataOutputStream data, Vectors vectors) throws IOException {
        data.writeInt(MAGIC);
        data.writeInt(vectors.size());
        data.writeInt(vectors.centres().length);
        for (ByteVector centre : vectors.centres()) {
            put(data, centre);
        }
        for (int name = 0; name < vectors.size(); name++) {
            data.writeShort(vectors.heapOf(name));
        }
        for (int name : vectors.heapByHeap()) {
            put(data, vectors.of(name));
        }
    }

    private static void put(DataOutputStream data, ByteVector vector) throws IOException {
        data.writeFloat(vector.scale());
        data.write(vector.values());
    }

    private static void put(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
