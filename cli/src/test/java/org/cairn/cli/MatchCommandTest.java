package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchCommandTest {
    private static final String SKILLS = """
            conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
            KnowledgeSkillCompetence,urn:s:1,skill/competence,sector-specific,bake bread,make loaves,released,
            KnowledgeSkillCompetence,urn:s:2,skill/competence,sector-specific,weld metal,,released,
            """;

    @TempDir
    Path folder;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void listen() throws Exception {
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        Files.createDirectories(folder.resolve("esco"));
        Files.writeString(folder.resolve("esco/skills_en.csv"), SKILLS);
    }

    @AfterEach
    void stopListening() {
        System.setErr(before);
    }

    private int match(String lines) throws Exception {
        Files.writeString(folder.resolve("in.jsonl"), lines);
        return new CommandLine(new SkillsCommand())
                .execute(
                        "match",
                        "--taxonomy",
                        folder.resolve("esco").toString(),
                        "--in",
                        folder.resolve("in.jsonl").toString(),
                        "--top",
                        "1",
                        "--out",
                        folder.resolve("out.jsonl").toString(),
                        "--cache",
                        folder.resolve("cache").toString());
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void answers_each_line_with_its_id_in_order() throws Exception {
        int code = match("""
                {"id": "b", "text": "we bake loaves"}
                {"id": 7, "text": "a welder", "more": true}
                {"id": "c", "text": ""}
                """);

        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(lines).hasSize(3);
        JsonNode first = new JsonMapper().readTree(lines.get(0));
        assertThat(first.path("id").stringValue()).isEqualTo("b");
        assertThat(first.at("/matches/0/uri").stringValue()).isEqualTo("urn:s:1");
        assertThat(first.at("/matches/0/label").stringValue()).isEqualTo("bake bread");
        assertThat(first.at("/matches/0/score").doubleValue()).isBetween(0.0, 1.0);
        assertThat(new JsonMapper().readTree(lines.get(1)).at("/matches/0/uri").stringValue())
                .isEqualTo("urn:s:2");
        assertThat(lines.get(2)).isEqualTo("{\"id\":\"c\",\"matches\":[]}");
    }

    @Test
    void names_the_line_that_it_cannot_read_and_writes_nothing() throws Exception {
        int code = match("{\"id\": 1, \"text\": \"bread\"}\n\n");

        assertThat(code).isEqualTo(1);
        assertThat(told()).contains("in.jsonl, line 2 is empty");
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @Test
    void says_what_a_line_lacks() throws Exception {
        assertThat(match("{\"id\": 1}\n")).isEqualTo(1);
        assertThat(told()).contains("line 1 has to be an object with \"id\" and \"text\"");
    }

    @Test
    void says_when_a_file_is_not_there() {
        int code = new CommandLine(new SkillsCommand())
                .execute("match", "--taxonomy", folder.toString(), "--in", "nowhere.jsonl", "--out", "out.jsonl");

        assertThat(code).isEqualTo(1);
        assertThat(told()).contains("nowhere.jsonl is not there");
    }
}
