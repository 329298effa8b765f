package org.cairn.server.operate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that ship as Maven artifacts of io.zonky.test, unpacked once into the data folder.
final class PostgresBinaries {
    /// Must say what the pom pins: another version means unpacking anew, and a migration where the major differs.
    private static final String VERSION = "18.6.0";

    private final Path home;
    private final boolean asRoot;

    private PostgresBinaries(Path home, boolean asRoot) {
        this.home = home;
        this.asRoot = asRoot;
    }

    static PostgresBinaries unpackedIn(Path dataDir) throws IOException {
        var archive = "postgres-" + system() + ".txz";
        try (var in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new IllegalStateException("No embedded PostgreSQL ships for this machine (" + archive
                        + "). Point CAIRN_DATABASE_URL at a PostgreSQL of your own.");
            }
            var home = dataDir.resolve("postgresql-" + VERSION);
            if (!Files.isDirectory(home)) {
                unpack(in, home);
            }
            return new PostgresBinaries(home, isRoot());
        }
    }

    /// How to call a program. PostgreSQL refuses to run as root, so root steps into a user namespace of its own
    /// first, where it is nobody in particular.
    List<String> command(String program) {
        var path = home.resolve("bin").resolve(program).toString();
        return asRoot ? List.of("unshare", "--user", "--", path) : List.of(path);
    }

    private static String system() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return os + "-" + arch;
    }

    private static boolean isRoot() throws IOException {
        var process = new ProcessBuilder("id", "-u").start();
        try (var out = process.getInputStream()) {
            var id = new String(out.readNBytes(32), StandardCharsets.US_ASCII).strip();
            process.waitFor(5, TimeUnit.SECONDS);
            return id.equals("0");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Unpacks beside the final place and renames, so that a killed first start is simply done again.
    private static void unpack(InputStream archive, Path home) throws IOException {
        var fresh = home.resolveSibling(home.getFileName() + ".new");
        Folders.deleteTree(fresh);
        Files.createDirectories(fresh);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, fresh);
            }
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
