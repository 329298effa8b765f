package org.cairn.skills.pathway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The file as it is documented, as its schema has it, and as it is read: three that must agree.
class InstanceFileTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final String OFFERINGS = "\"offerings\": []";

    private static boolean isBySchema(String name, String json) {
        Validator validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        try (InputStream schema = InstanceFileTest.class.getResourceAsStream(name + ".schema.json")) {
            assertThat(schema).isNotNull();
            URI uri = URI.create("urn:cairn:schema:pathway-" + name);
            validator.registerSchema(uri, new String(schema.readAllBytes(), UTF_8));
            return validator.validate(uri, json).isValid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instance read(String json) throws Exception {
        return InstanceJson.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    static List<String> documented() throws Exception {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/pathway-instance.md")))
                .results()
                .map(found -> found.group(1))
                .filter(json -> json.contains("\"offerings\""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void documented_examples_are_read_and_their_plans_are_by_the_schema(String json) throws Exception {
        assertThat(isBySchema("instance", json)).isTrue();
        Instance instance = read(json);

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOf(Outcome.Proven.class);
        String plan = new String(PlanJson.write(instance.objective(), outcome, Duration.ofMillis(12)), UTF_8);
        assertThat(isBySchema("plan", plan)).isTrue();
    }

    @Test
    void there_is_an_example_of_each_objective() throws Exception {
        assertThat(documented()).hasSize(2);
        assertThat(read(documented().get(0)).objective()).isInstanceOf(Objective.MostJobs.class);
        assertThat(read(documented().get(1)).objective()).isInstanceOf(Objective.CloseGap.class);
    }

    @Test
    void what_cannot_be_is_written_by_the_schema_too() throws Exception {
        Instance instance = read("""
                {"goal": ["urn:s:1"], "limits": {"budget": 10, "pins": ["dear"]},
                 "offerings": [{"id": "dear", "provides": ["urn:s:1"], "cost": 20}]}
                """);

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        String plan = new String(PlanJson.write(instance.objective(), outcome, Duration.ZERO), UTF_8);
        assertThat(isBySchema("plan", plan)).isTrue();
        assertThat(plan).contains("\"dear\"").contains("\"budget\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"goal\": 5, " + OFFERINGS + "}",
                "{" + OFFERINGS + "}",
                "{\"objective\": \"most-jobs\", \"goal\": [], " + OFFERINGS + "}",
                "{\"objective\": \"best\", \"goal\": [], " + OFFERINGS + "}",
                "{\"goal\": [\"no uri\"], " + OFFERINGS + "}",
                "{\"goal\": [{\"uri\": \"urn:s:1\", \"level\": 0}], " + OFFERINGS + "}",
                "{\"goal\": [{\"uri\": \"urn:s:1\", \"importance\": -1}], " + OFFERINGS + "}",
                "{\"goal\": [], \"offerings\": [{}]}",
                "{\"goal\": [], \"offerings\": [{\"id\": \"a\", \"cost\": \"5\"}]}",
                "{\"goal\": [], \"offerings\": [{\"id\": \"a\", \"cost\": -5}]}",
                "{\"goal\": [], \"offerings\": [{\"id\": \"a\", \"weeks\": 1.5}]}",
                "{\"goal\": [], \"offerings\": [{\"id\": \"a\", \"mode\": \"by mail\"}]}",
                "{\"goal\": [], \"offerings\": [{\"id\": \"a\", \"provides\": [{\"level\": 2}]}]}",
                "{\"goal\": [], \"limits\": {\"budgets\": 5}, " + OFFERINGS + "}",
                "{\"goal\": [], \"wishes\": {\"quality\": 101}, " + OFFERINGS + "}",
                "{\"goal\": [], \"learner\": {\"past\": [{\"offering\": \"a\", \"state\": \"asleep\"}]}, " + OFFERINGS
                        + "}",
                "{\"jobs\": [{\"requires\": []}], " + OFFERINGS + "}",
                "{\"jobs\": [], \"k\": 21, " + OFFERINGS + "}",
                "{\"jobs\": [], \"threshold\": 0, " + OFFERINGS + "}"
            })
    void what_the_schema_refuses_the_reader_refuses(String json) {
        assertThat(isBySchema("instance", json)).isFalse();
        assertThatExceptionOfType(InstanceException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.faults()).isNotEmpty());
    }

    @Test
    void a_fault_says_where_it_is() {
        assertThatExceptionOfType(InstanceException.class)
                .isThrownBy(
                        () -> read("{\"goal\": [], \"offerings\": [{\"id\": \"a\"}, {\"id\": \"a\", \"cost\": -1}]}"))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(InstanceException.Fault::pointer)
                        .containsExactly("/offerings/1/cost", "/offerings/1"));
    }

    @Test
    void courses_that_run_at_once_and_take_more_than_she_has_leave_no_room_but_a_plan() throws Exception {
        Instance instance = read("""
                {"goal": ["urn:s:1", "urn:s:2", "urn:s:3"],
                 "limits": {"hoursPerWeek": 6, "weeks": 8},
                 "learner": {"past": [{"offering": "a", "state": "running", "until": 2},
                                      {"offering": "b", "state": "running", "until": 4}]},
                 "offerings": [
                   {"id": "a", "provides": ["urn:s:1"], "weeks": 6, "hoursPerWeek": 4},
                   {"id": "b", "provides": ["urn:s:2"], "weeks": 6, "hoursPerWeek": 5},
                   {"id": "c", "provides": ["urn:s:3"], "weeks": 3, "hoursPerWeek": 2}]}
                """);

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Proven.class, proven -> {
            assertThat(proven.plan().value()).isEqualTo(1);
            assertThat(proven.plan().steps()).singleElement().satisfies(step -> {
                assertThat(step.offering()).isEqualTo(new OfferingId("c"));
                assertThat(step.from()).isEqualTo(5);
            });
        });
    }
}
