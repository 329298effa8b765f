package org.cairn.server.taxonomy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.web.InputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Takes up what `cairn taxonomy import` leaves in the data folder: a folder named by a UUID that holds the
/// files and `wish.properties`, moved there whole. How far its import has come is told in a file of the same
/// name with `.status`: one line, the state, then the entries so far, the percentage, or what is wrong. Who
/// can write into the data folder owns everything that is in it, so nobody is asked who she is.
@Component
class Inbox implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String WISH = "wish.properties";

    private final Imports imports;
    private final Uploads uploads;
    private final MessageSource messages;
    private volatile @Nullable Thread watcher;

    Inbox(Imports imports, Uploads uploads, MessageSource messages) {
        this.imports = imports;
        this.uploads = uploads;
        this.messages = messages;
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("taxonomy-inbox").start(this::watch);
    }

    @Override
    public void stop() {
        var running = watcher;
        watcher = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }

    private void watch() {
        while (isRunning()) {
            try {
                Thread.sleep(LOOK);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.warn("The inbox of taxonomies could not be read; it is tried again", e);
            }
        }
    }

    /// Begins what is new and tells of what goes on.
    void look() throws IOException {
        var inbox = uploads.inbox();
        if (!Files.isDirectory(inbox)) {
            return;
        }
        for (var folder : folders(inbox)) {
            var id = new TaxonomyId(UUID.fromString(String.valueOf(folder.getFileName())));
            if (imports.progress(id).isEmpty()) {
                begin(id, folder);
            }
        }
        for (var status : running(inbox)) {
            var name = String.valueOf(status.getFileName());
            tell(new TaxonomyId(UUID.fromString(name.substring(0, name.length() - ".status".length()))));
        }
    }

    private static List<Path> folders(Path inbox) throws IOException {
        try (Stream<Path> list = Files.list(inbox)) {
            return list.filter(Files::isDirectory)
                    .filter(path ->
                            NAME.matcher(String.valueOf(path.getFileName())).matches())
                    .toList();
        }
    }

    private static List<Path> running(Path inbox) throws IOException {
        try (Stream<Path> list = Files.list(inbox)) {
            return list.filter(path -> String.valueOf(path.getFileName()).matches(NAME + "\\.status"))
                    .filter(Inbox::isRunning)
                    .toList();
        }
    }

    private static boolean isRunning(Path status) {
        try {
            return Files.readString(status).startsWith("RUNNING");
        } catch (IOException gone) {
            // Who reads it takes it away.
            return false;
        }
    }

    private void begin(TaxonomyId id, Path folder) throws IOException {
        var wish = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(WISH), StandardCharsets.UTF_8)) {
            wish.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            refuse(id, folder, WISH + " cannot be read: " + e.getMessage());
            return;
        }
        try {
            imports.begin(
                    id.value(),
                    new Imports.Wish(
                            "system",
                            Optional.ofNullable(wish.getProperty("version")).filter(version -> !version.isBlank()),
                            "true".equals(wish.getProperty("current"))));
            write(id, "RUNNING 0 0");
        } catch (InputException e) {
            var fault = e.faults().getFirst();
            refuse(id, folder, messages.getMessage(fault.key(), fault.args().toArray(), Locale.ENGLISH));
        } catch (IllegalArgumentException e) {
            refuse(id, folder, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(TaxonomyId id, Path folder, String reason) throws IOException {
        Uploads.delete(folder);
        write(id, "REFUSED " + reason);
    }

    private void tell(TaxonomyId id) throws IOException {
        var progress = imports.progress(id);
        if (progress.isEmpty()) {
            write(id, "CANCELLED");
            return;
        }
        var now = progress.orElseThrow();
        write(
                id,
                switch (now.state()) {
                    case RUNNING, DONE -> now.state() + " " + now.rows() + " " + now.percent() + " " + now.faults();
                    case FAILED -> "FAILED " + now.trouble();
                    case CANCELLED -> "CANCELLED";
                });
    }

    /// A reader sees the old line or the new one.
    private void write(TaxonomyId id, String line) throws IOException {
        var status = uploads.inbox().resolve(id + ".status");
        var fresh = status.resolveSibling(id + ".status.part");
        Files.writeString(fresh, line.replace('\n', ' ') + "\n");
        Files.move(fresh, status, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
