package org.cairn.skills.taxonomy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Data that lies beside the checkout and is not part of it. Without it a test is skipped and says so.
public final class SharedData {
    private SharedData() {}

    /// A folder of that name in `CAIRN_SHARED_DATA`, else in `../shared/data` beside the checkout.
    public static Path folder(String name) {
        String named = System.getenv("CAIRN_SHARED_DATA");
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.of("../../shared/data", "../shared/data").map(Path::of))
                .map(base -> base.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "the data set " + name + " is not here; CAIRN_SHARED_DATA names its folder");
        return found.orElseThrow();
    }
}
