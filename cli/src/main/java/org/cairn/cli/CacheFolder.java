package org.cairn.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where a program of this user may keep what it can make again.
final class CacheFolder {
    private CacheFolder() {}

    /// `cairn` below `XDG_CACHE_HOME`, which is absolute by its specification, else below `~/.cache`.
    static Path ofUser() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("cairn");
    }
}
