package org.cairn.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.cairn.server.CairnTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A database that an earlier Cairn left behind is brought up to date, whichever room has something new.
@CairnTest
class UpgradeTest {
    @Autowired
    Flyway flyway;

    @TempDir
    Path folder;

    @Test
    void what_was_added_to_each_room_since_its_first_migration_is_applied_later() throws Exception {
        var first = copied("first", name -> name.matches("V\\d+0__.*"));
        var all = copied("all", name -> true);
        assertThat(first.count()).isBetween(5, all.count() - 1);

        assertThat(at(first).migrate().migrationsExecuted).isEqualTo(first.count());
        assertThat(at(all).migrate().migrationsExecuted).isEqualTo(all.count() - first.count());
        assertThat(Arrays.stream(at(all).info().pending())).isEmpty();
    }

    private record Release(Path scripts, int count) {}

    private Release copied(String name, Predicate<String> which) throws IOException {
        var scripts = Files.createDirectory(folder.resolve(name));
        var count = 0;
        for (var script : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
            var file = String.valueOf(script.getFilename());
            if (which.test(file)) {
                Files.write(scripts.resolve(file), script.getContentAsByteArray());
                count++;
            }
        }
        return new Release(scripts, count);
    }

    /// As the application migrates, but in a schema of its own.
    private Flyway at(Release release) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas("upgraded")
                .createSchemas(true)
                .locations("filesystem:" + release.scripts())
                .load();
    }
}
