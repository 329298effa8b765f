package org.cairn.server.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cairn.server.operate.CairnSettings;
import org.springframework.stereotype.Component;

/// Files that are being imported, below `taxonomy/` in the data folder: each import's in a folder of its own,
/// until it is over. If one is lost, its import fails and says so; who can write there can put words into a
/// taxonomy, and nothing more.
@Component
class Uploads {
    private final Path folder;

    Uploads(CairnSettings settings) {
        this.folder = settings.dataDir().resolve("taxonomy");
    }

    /// A file as it comes in.
    interface Incoming {
        String name();

        InputStream open() throws IOException;
    }

    /// Keeps files; when it returns, they are on the disk.
    UUID keep(List<? extends Incoming> files) throws IOException {
        var upload = UUID.randomUUID();
        var whole = folder(new TaxonomyId(upload));
        var partial = whole.resolveSibling(whole.getFileName() + ".part");
        Files.createDirectories(partial);
        for (var number = 0; number < files.size(); number++) {
            var file = files.get(number);
            var target = partial.resolve((number + 1) + "-" + plain(file.name()));
            try (var in = file.open()) {
                Files.copy(in, target);
            }
            try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.move(partial, whole);
        return upload;
    }

    /// A visitor's name of a file is never a path.
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^A-Za-z0-9._ -]", "_").replaceAll("^\\.+", "");
        return plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
    }

    Path folder(TaxonomyId id) {
        var left = inbox().resolve(id.toString());
        return Files.isDirectory(left) ? left : folder.resolve(id.toString());
    }

    /// Where the command leaves what it wants imported; it stays there until it is over.
    Path inbox() {
        return folder.resolve("inbox");
    }

    void discard(TaxonomyId id) {
        delete(folder(id));
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var walk = Files.walk(tree)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
