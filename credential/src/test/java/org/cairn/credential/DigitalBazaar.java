package org.cairn.credential;

import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairn.credential.json.Json;

/// Another implementation, run in Node.js and asked line by line. Its packages are installed at the first use.
/// Without Node.js the test is skipped, unless `-Dcairn.interop=required` says that it must not be.
public final class DigitalBazaar implements AutoCloseable {

    private static final Path FOLDER = Path.of("src", "test", "npm");

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    private DigitalBazaar(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    public static DigitalBazaar start() {
        return start("interop.mjs");
    }

    /// With another script of the same kind.
    public static DigitalBazaar start(String script) {
        try {
            install();
            return new DigitalBazaar(new ProcessBuilder("node", script)
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            if ("required".equals(System.getProperty("cairn.interop"))) {
                throw new UncheckedIOException(e);
            }
            return abort("no working Node.js with npm: " + e.getMessage());
        }
    }

    public synchronized JsonObject ask(String operation, JsonObjectBuilder request) {
        try {
            requests.write(Json.text(request.add("op", operation).build()));
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            return Json.PROVIDER.createReader(new java.io.StringReader(answer)).readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it accepts the credential at the given moment.
    public boolean verifies(JsonObject credential, String now) {
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("credential", credential)
                .add("now", now);
        return ask("verify", request).getBoolean("verified", false);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /// Several test processes may start at once; one installs, the others wait.
    private static void install() throws IOException {
        Path target = Path.of("target");
        Files.createDirectories(target);
        var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel =
                        FileChannel.open(target.resolve("npm.lock"), options.toArray(StandardOpenOption[]::new));
                var lock = channel.lock()) {
            if (lock.isValid() && !isUpToDate()) {
                run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            }
        }
    }

    /// What npm installed says what it was installed from; packages may have been added since.
    private static boolean isUpToDate() throws IOException {
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
                        >= 0;
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
