package org.cairn.server.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.server.CairnTest;
import org.cairn.skills.taxonomy.Scheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class ImportsTest {
    private static final int SKILLS = 9_001;

    @Autowired
    Imports imports;

    @Autowired
    Uploads uploads;

    @Autowired
    Entries entries;

    @Autowired
    Releases releases;

    @Autowired
    Progresses progresses;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private record Text(String name, String text) implements Uploads.Incoming {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Text> files() {
        var skills = IntStream.range(0, SKILLS)
                .mapToObj(i -> "urn:skill:" + i + ",knowledge,cross-sector,skill " + i + ",,\n")
                .collect(Collectors.joining(
                        "", "conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description\n", ""));
        var relations = IntStream.range(0, SKILLS)
                .mapToObj(i -> "urn:occupation:" + (i % 7) + ",essential,urn:skill:" + i + "\n")
                .collect(Collectors.joining("", "occupationUri,relationType,skillUri\n", ""));
        return List.of(new Text("skills_en.csv", skills), new Text("occupationSkillRelations.csv", relations));
    }

    private TaxonomyId begun() throws IOException {
        var upload = new TaxonomyId(uploads.keep(List.of()));
        for (var file : files()) {
            Files.writeString(uploads.folder(upload).resolve(file.name()), file.text());
        }
        var scheme = new Scheme("esco", "t" + upload.value().toString().substring(0, 8));
        releases.insert(upload, scheme, java.time.Instant.EPOCH);
        progresses.begin(upload, new Imports.Wish("system", Optional.empty(), false), 1, java.time.Instant.EPOCH);
        return upload;
    }

    /// Stopped and taken up again between any two batches, it brings the same rows as in one go.
    @Test
    void an_import_that_is_stopped_again_and_again_loses_and_doubles_nothing() throws IOException {
        var id = begun();
        var rounds = 0;

        while (imports.work(id, () -> true)) {
            rounds++;
        }

        assertThat(rounds).isGreaterThan(5);
        assertThat(imports.progress(id).orElseThrow().rows()).isEqualTo(2L * SKILLS);
        assertThat(entries.counts(id))
                .containsEntry("taxonomy_concept", (long) SKILLS)
                .containsEntry("taxonomy_words", (long) SKILLS)
                .containsEntry("taxonomy_asks", (long) SKILLS);
        assertThat(uploads.folder(id)).doesNotExist();
        clear(id);
    }

    @Test
    void a_cancelled_import_leaves_nothing() throws IOException {
        var id = begun();
        imports.work(id, () -> true);

        imports.cancel(id, "system");
        imports.work(id, () -> false);

        assertThat(releases.byId(id)).isEmpty();
        assertThat(entries.counts(id).values()).containsOnly(0L);
        assertThat(uploads.folder(id)).doesNotExist();
    }

    @Test
    void files_that_were_lost_make_it_fail_in_words() throws IOException {
        var id = begun();
        uploads.discard(id);

        imports.work(id, () -> false);

        assertThat(imports.progress(id).orElseThrow().state()).isEqualTo(Progress.State.FAILED);
        assertThat(imports.progress(id).orElseThrow().trouble()).contains("There is no file or folder");
        clear(id);
    }

    @Test
    void what_the_command_left_is_taken_up_and_told_of() throws Exception {
        var id = new TaxonomyId(UUID.randomUUID());
        var folder = Files.createDirectories(uploads.inbox().resolve(id + ".part"));
        for (var file : files()) {
            Files.writeString(folder.resolve(file.name()), file.text());
        }
        Files.writeString(
                folder.resolve("wish.properties"), "version=c" + id.toString().substring(0, 8));
        Files.move(folder, folder.resolveSibling(id.toString()));
        var status = uploads.inbox().resolve(id + ".status");

        while (!Files.exists(status) || !Files.readString(status).startsWith("DONE")) {
            Thread.sleep(50);
        }

        assertThat(Files.readString(status)).startsWith("DONE " + 2 * SKILLS + " 100 0");
        assertThat(folder.resolveSibling(id.toString())).doesNotExist();
        clear(id);
    }

    @Test
    void what_the_command_left_and_is_no_taxonomy_is_refused() throws IOException {
        var id = new TaxonomyId(UUID.randomUUID());
        var folder = Files.createDirectories(uploads.inbox().resolve(id.toString()));
        Files.writeString(folder.resolve("wish.properties"), "version=1");

        inbox.look();

        assertThat(Files.readString(uploads.inbox().resolve(id + ".status"))).startsWith("REFUSED");
        assertThat(folder).doesNotExist();
    }

    /// Other tests work with the starter set.
    private void clear(TaxonomyId id) {
        jdbc.sql("update taxonomy set made_current_at = null where id = :id")
                .param("id", id.value())
                .update();
        releases.all().stream()
                .filter(Release::isStarter)
                .findFirst()
                .ifPresent(starter -> imports.makeCurrent(starter.id(), "system"));
        releases.delete(id);
    }
}
