package org.cairn.server.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL in the data folder, run for durability: fsync and synchronous_commit on, checksummed pages,
/// a password over SCRAM, loopback only.
///
/// One running Cairn owns a data folder (a file lock says so). A server that outlived a killed Cairn is stopped
/// cleanly before a new one starts, so nobody else keeps writing to the same folder.
///
/// If `postgres/` is lost, everything is; if an attacker can write there, he owns every record but not the signing
/// keys, which are sealed by the master key. Not thread-safe: started and stopped once by [DatabaseConfiguration].
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "cairn";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path cluster;
    private final Path logFile;
    private final PostgresBinaries binaries;
    private final String password;
    private final FileChannel lockChannel;
    private final int port;

    private EmbeddedPostgres(Path dataDir, PostgresBinaries binaries, FileChannel lockChannel) throws IOException {
        this.cluster = dataDir.resolve("postgres");
        this.logFile = dataDir.resolve("postgres.log");
        this.binaries = binaries;
        this.lockChannel = lockChannel;
        var secret = new SecretFile(dataDir.resolve("postgres.password"));
        this.password = secret.readOrCreate();
        stopLeftover();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            createCluster(dataDir);
        }
        this.port = freePort();
        start();
    }

    /// Starts the server, creating the cluster on first use.
    ///
    /// @throws IllegalStateException with advice when the folder is in use or the server does not come up
    static EmbeddedPostgres start(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            var lock = lock(dataDir);
            try {
                return new EmbeddedPostgres(
                        dataDir.toRealPath(), PostgresBinaries.unpackedIn(dataDir.toRealPath()), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path dataDir) throws IOException {
        var channel =
                FileChannel.open(dataDir.resolve("cairn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new CannotStartException(
                    "Another Cairn is running with the data folder " + dataDir + ".",
                    "Stop it, or choose another folder with CAIRN_DATA_DIR.");
        }
        return channel;
    }

    /// The lock lives as long as its channel, so only whether it was had is of interest.
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Whether a database was made in the data folder before.
    static boolean existsIn(Path dataDir) {
        return Files.exists(dataDir.resolve("postgres").resolve("PG_VERSION"));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    private void createCluster(Path dataDir) throws IOException {
        // initdb works in a folder beside the final one: a first start killed half-way leaves nothing that looks whole.
        var fresh = dataDir.resolve("postgres.new");
        Folders.deleteTree(fresh);
        run(
                "create the database",
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + dataDir.resolve("postgres.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
        Files.writeString(fresh.resolve("postgresql.auto.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 100
                shared_buffers = '128MB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                """);
        Files.move(fresh, cluster);
    }

    private void start() throws IOException {
        log.info("Starting the embedded PostgreSQL in {}", cluster);
        run(
                "start the database",
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + logFile,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--options=-p " + port);
    }

    private void stopLeftover() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var leftover = ProcessHandle.of(pid)
                .filter(p -> p.info()
                        .commandLine()
                        .map(line -> line.contains(cluster.toString()))
                        .orElse(false));
        if (leftover.isPresent()) {
            log.warn("A database server of an earlier run is still up (process {}); stopping it cleanly", pid);
            stop();
        }
    }

    private void stop() throws IOException {
        run(
                "stop the database",
                "pg_ctl",
                "stop",
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds());
    }

    @Override
    public void close() {
        try (lockChannel) {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String purpose, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(binaries.command(program));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("cairn-" + program, ".log");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException("Could not " + purpose + ". " + program + " said: "
                        + Files.readString(output) + " More may be in " + logFile + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while trying to " + purpose, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
