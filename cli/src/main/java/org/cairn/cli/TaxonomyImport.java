package org.cairn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.Distribution;
import org.cairn.skills.taxonomy.Distributions;
import org.cairn.skills.taxonomy.TaxonomyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Hands a release over to the server that works in a data folder: the files are copied into its inbox, from
/// which a running server takes them up within a second, and one that is not running as soon as it starts.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import a release of ESCO (CSV) or O*NET (text) into the server of a data folder.",
            "A running server begins at once, and the command waits and shows how far it has come. If none is running,"
                    + " the import begins when it is started next. Killed in the middle, it goes on where it was."
        })
final class TaxonomyImport implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);
    /// A server that is starting up looks into its inbox when it is ready.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Parameters(paramLabel = "PLACE", description = "A folder, or a zip file, as downloaded.")
    private Path place = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The server's data folder. Default: CAIRN_DATA_DIR, else the folder data.")
    private Path data = Path.of(System.getenv().getOrDefault("CAIRN_DATA_DIR", "data"));

    @Option(
            names = "--release",
            paramLabel = "NAME",
            description = "Name of the release, as 1.2.0. Default: read from the names of the files.")
    private String release = "";

    @Option(names = "--current", description = "Use it as soon as it is whole.")
    private boolean current;

    @Option(names = "--no-wait", description = "Do not wait until it is whole.")
    private boolean noWait;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(data)) {
            err.println("There is no data folder " + data + ". Start the server once, or name the folder with --data.");
            return 1;
        }
        try (Distribution found = Distributions.open(place)) {
            out.println("Found " + found.scheme() + ", " + found.parts().size() + " files.");
        } catch (TaxonomyException e) {
            err.println(e.getMessage());
            return 1;
        }
        Path inbox = Files.createDirectories(data.resolve("taxonomy").resolve("inbox"));
        String id = UUID.randomUUID().toString();
        leave(inbox, id);
        if (!isServerRunning()) {
            out.println("No server is running with the data folder " + data
                    + ". The import begins when it is started next.");
            return 0;
        }
        return noWait ? 0 : await(inbox.resolve(id + ".status"), out, err);
    }

    private void leave(Path inbox, String id) throws IOException {
        Path partial = Files.createDirectories(inbox.resolve(id + ".part"));
        for (Path file : files()) {
            Files.copy(file, partial.resolve(String.valueOf(file.getFileName())));
        }
        Properties wish = new Properties();
        wish.setProperty("version", release);
        wish.setProperty("current", String.valueOf(current));
        try (var writer = Files.newBufferedWriter(partial.resolve("wish.properties"))) {
            wish.store(writer, null);
        }
        for (Path file : list(partial)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.move(partial, inbox.resolve(id));
    }

    private List<Path> files() throws IOException {
        return Files.isDirectory(place)
                ? list(place).stream()
                        .filter(file -> String.valueOf(file.getFileName()).matches("(?i).*\\.(zip|csv|txt)"))
                        .toList()
                : List.of(place);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /// A server holds a lock on a file of its data folder, unless its database is elsewhere; then it has
    /// written nothing there that would tell, and the inbox is all there is.
    private boolean isServerRunning() throws IOException {
        Path lock = data.resolve("cairn.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static int await(Path status, PrintWriter out, PrintWriter err) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String shown = "";
        while (true) {
            String line = Files.exists(status) ? Files.readString(status).strip() : "";
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "" -> {
                    if (System.nanoTime() > deadline) {
                        err.println("The server has not taken it up yet; it does when it is ready.");
                        return 1;
                    }
                }
                case "RUNNING" -> {
                    if (!line.equals(shown)) {
                        out.println(line.replaceAll("RUNNING (\\d+) (\\d+).*", "$2 %, $1 entries"));
                        out.flush();
                        shown = line;
                    }
                }
                case "DONE" -> {
                    out.println(line.replaceAll("DONE (\\d+) \\d+ (\\d+)", "Done: $1 entries, $2 rows not usable."));
                    Files.delete(status);
                    return 0;
                }
                default -> {
                    err.println(words.length > 1 ? words[1] : "The import was cancelled.");
                    Files.delete(status);
                    return 1;
                }
            }
            Thread.sleep(LOOK);
        }
    }
}
