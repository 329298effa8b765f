package org.cairn.credential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// Official test vectors that are not part of this repository: a folder named by `-Dcairn.vectors` or the environment
/// variable `CAIRN_VECTORS`, with the sub-folders `di-eddsa`, `rdf-canon`, `wycheproof` and `ob3-schemas`.
public final class Vectors {

    private Vectors() {}

    /// A file or folder among the vectors; the test is skipped where they are absent.
    public static Path path(String name) {
        String root = Optional.ofNullable(System.getProperty("cairn.vectors"))
                .or(() -> Optional.ofNullable(System.getenv("CAIRN_VECTORS")))
                .orElse("");
        assumeTrue(!root.isEmpty(), "test vectors are not named: set -Dcairn.vectors or CAIRN_VECTORS");
        Path path = Path.of(root, name);
        assumeTrue(Files.exists(path), "test vectors are absent: " + name);
        return path;
    }

    public static String text(String name) {
        return read(path(name));
    }

    public static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Vector files are larger and looser than what the library accepts, so they are read by the plain parser.
    public static JsonObject json(String name) {
        try (var reader = Json.PROVIDER.createReader(new java.io.StringReader(text(name)))) {
            return reader.readObject();
        }
    }
}
