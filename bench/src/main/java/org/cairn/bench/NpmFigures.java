package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.credential.json.Json;

/// Digital Bazaar's packages on the badge of [CredentialBenchmarks]. They print their RESULT lines themselves.
final class NpmFigures {

    private static final Path FOLDER = Path.of("..", "credential", "src", "test", "npm");

    private NpmFigures() {}

    static void run() throws IOException, InterruptedException {
        if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        Path badge = Files.createTempFile("badge", ".json");
        try {
            Files.write(badge, Json.bytes(ABadge.unsigned(ABadge.key().didKey())));
            command("node", "bench.mjs", badge.toAbsolutePath().toString(), ABadge.SEED, ABadge.NOW.toString());
        } finally {
            Files.delete(badge);
        }
    }

    private static void command(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
