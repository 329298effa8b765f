package org.cairn.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged application with a data folder of its own, on a free port of the loopback address.
public final class CairnProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path dataDir;
    private final int port;
    private final String profiles;
    private final Map<String, String> settings;
    private Process process;

    private CairnProcess(Path dataDir, int port, String profiles, Map<String, String> settings) throws IOException {
        this.dataDir = dataDir;
        this.port = port;
        this.profiles = profiles;
        this.settings = Map.copyOf(settings);
        this.process = launch();
    }

    /// Starts with an empty data folder and waits until it is up.
    ///
    /// @param profiles Spring profiles, as `demo`; empty for none
    public static CairnProcess start(String profiles) throws IOException, InterruptedException {
        return start(profiles, Map.of());
    }

    /// @param settings environment variables beside the usual ones
    static CairnProcess start(String profiles, Map<String, String> settings) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cairn-");
        var cairn = new CairnProcess(folder.toAbsolutePath(), freePort(), profiles, settings);
        cairn.awaitHealth();
        return cairn;
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    Path dataDir() {
        return dataDir;
    }

    /// As the power going: no handler runs.
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Starts again on the same folder and port.
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitHealth();
    }

    /// Stops as an operator would and waits for it.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Cairn did not stop within a minute; see " + log());
        }
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                stop();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-jar",
                        System.getProperty("cairn.jar")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("CAIRN_DATA_DIR", dataDir.toString());
        builder.environment().put("SPRING_PROFILES_ACTIVE", profiles);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private Path log() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".log");
    }

    private void awaitHealth() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var ask = HttpRequest.newBuilder(URI.create(origin() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (!isUp(http, ask)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroy();
                    throw new IllegalStateException("Cairn did not come up:\n" + Files.readString(log()));
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean isUp(HttpClient http, HttpRequest ask) throws InterruptedException {
        try {
            return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
