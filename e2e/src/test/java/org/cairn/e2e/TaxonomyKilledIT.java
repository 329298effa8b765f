package org.cairn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A large taxonomy is being imported, and the power fails twice: after the restart it goes on where it was, and in the
/// end every row is there once.
class TaxonomyKilledIT {
    private static final int SKILLS = 40_000;
    private static final int OCCUPATIONS = 500;
    /// Of which each occupation asks for so many.
    private static final int ASKED = 300;

    private static final int ENTRIES = SKILLS + OCCUPATIONS + OCCUPATIONS * ASKED;

    @Test
    void anImportSurvivesTwoFailuresOfThePower() throws Exception {
        try (var cairn = CairnProcess.start("")) {
            var status = leave(cairn.dataDir());

            var atFirst = awaitEntries(status, 1);
            cairn.killHard();
            cairn.restart();
            var atSecond = awaitEntries(status, Math.max(atFirst + 1, ENTRIES / 2));
            cairn.killHard();
            cairn.restart();
            awaitDone(status);

            System.out.printf("killed at %d and at %d of %d entries%n", atFirst, atSecond, ENTRIES);
            assertThat(Files.readString(status)).startsWith("DONE " + ENTRIES + " 100 0");
            assertThat(get(cairn, "/api/public/skills?q=made%20skill%2039999&limit=1"))
                    .contains("esco killed")
                    .contains("urn:skill:39999");
            assertThat(get(cairn, "/api/public/skills/by-uri?uri=urn:occupation:499")
                            .split("urn:skill:", -1))
                    .hasSize(ASKED + 1);
        }
    }

    /// As the command does: whole folders only ever appear in the inbox.
    private static Path leave(Path data) throws IOException {
        var inbox = Files.createDirectories(data.resolve("taxonomy").resolve("inbox"));
        var id = UUID.randomUUID().toString();
        var partial = Files.createDirectory(inbox.resolve(id + ".part"));
        Files.writeString(partial.resolve("wish.properties"), "version=killed\ncurrent=true\n");
        try (var skills = Files.newBufferedWriter(partial.resolve("skills_en.csv"))) {
            skills.write("conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description\n");
            for (var i = 0; i < SKILLS; i++) {
                line(skills, "urn:skill:" + i + ",knowledge,cross-sector,made skill " + i + ",,Nothing real.");
            }
        }
        try (var occupations = Files.newBufferedWriter(partial.resolve("occupations_en.csv"))) {
            occupations.write("conceptUri,iscoGroup,preferredLabel,altLabels,description\n");
            for (var i = 0; i < OCCUPATIONS; i++) {
                line(occupations, "urn:occupation:" + i + ",2511,made occupation " + i + ",,");
            }
        }
        try (var asks = Files.newBufferedWriter(partial.resolve("occupationSkillRelations.csv"))) {
            asks.write("occupationUri,relationType,skillUri\n");
            for (var i = 0; i < OCCUPATIONS * ASKED; i++) {
                line(asks, "urn:occupation:" + i / ASKED + ",essential,urn:skill:" + (i * 7L) % SKILLS);
            }
        }
        Files.move(partial, inbox.resolve(id));
        return inbox.resolve(id + ".status");
    }

    private static void line(BufferedWriter to, String line) throws IOException {
        to.write(line);
        to.write('\n');
    }

    /// @return how many had been kept when at least so many were
    private static long awaitEntries(Path status, long wanted) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 120_000_000_000L;
        while (true) {
            var line = Files.exists(status) ? Files.readString(status) : "";
            if (line.startsWith("DONE")) {
                return ENTRIES;
            }
            var entries = line.startsWith("RUNNING ") ? Long.parseLong(line.split(" ")[1]) : 0;
            if (entries >= wanted) {
                return entries;
            }
            assertThat(System.nanoTime()).as("the import goes on: " + line).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static void awaitDone(Path status) throws IOException, InterruptedException {
        assertThat(awaitEntries(status, ENTRIES)).isEqualTo(ENTRIES);
        while (!Files.readString(status).startsWith("DONE")) {
            Thread.sleep(50);
        }
    }

    private static String get(CairnProcess cairn, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(cairn.origin() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
