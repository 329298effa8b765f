package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.aPresentationOf;
import static org.cairn.server.vcapi.Calls.body;
import static org.cairn.server.vcapi.Calls.with;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever is sent, the answer is a refusal with a reason: never an error of the server, never "verified".
@OpenVcApi
class HostileInputTest {
    private static final String ISSUE = "/vc-api/eddsa-rdfc-2022/credentials/issue";
    private static final List<String> DOORS = List.of(
            ISSUE,
            "/vc-api/eddsa-jcs-2022/credentials/issue",
            "/vc-api/status/credentials/issue",
            "/vc-api/ecdsa-sd-2023/credentials/issue",
            "/vc-api/bbs-2023/credentials/issue",
            "/vc-api/credentials/derive",
            "/vc-api/credentials/verify",
            "/vc-api/presentations/verify",
            "/vc-api/credentials/status");

    /// What could stand anywhere in a document.
    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "0",
            "-1e300",
            "1.5",
            "\"\"",
            "\"\\u0000\"",
            "\"%s%n{0}'\"",
            "\"did:key:z\"",
            "\"_:b0\"",
            "\"@id\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"@value\": 1}",
            "{\"@id\": 5}",
            "{\"@context\": null}",
            "{\"@graph\": [{}]}",
            "{\"id\": \"urn:x\", \"type\": \"T\"}",
            "[{\"@list\": [[1], [2]]}]",
            "\"" + "x".repeat(70_000) + "\"");

    @Autowired
    Calls calls;

    static Stream<String> doors() {
        return DOORS.stream();
    }

    private List<Integer> statuses(Stream<byte[]> bodies, String type) {
        return bodies.flatMap(body ->
                        DOORS.stream().map(door -> calls.send(door, body, type).status()))
                .distinct()
                .sorted()
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "[{}]",
                "null",
                "5",
                "\"text\"",
                "{\"credential\": }",
                "{\"credential\": {}}{}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": 1e999999999}",
                "{\"a\": 01}",
                "{'a': 1}",
                "{\"credential\": null, \"verifiableCredential\": null, \"verifiablePresentation\": null}",
                "{\"credential\": [], \"verifiableCredential\": 5, \"verifiablePresentation\": \"x\"}",
                "{\"credential\": {}, \"verifiableCredential\": {}, \"verifiablePresentation\": {}}",
                "{\"options\": {\"checks\": 5}}"
            })
    void refuses_what_is_no_json_or_no_request(String text) {
        assertThat(statuses(Stream.of(utf8(text)), "application/json")).containsExactly(400);
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        var random = new Random(20261125);
        var noise = IntStream.range(0, 40).mapToObj(i -> {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            return bytes;
        });

        assertThat(statuses(noise, "application/json")).containsExactly(400);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void refuses_what_is_too_deep(String door) {
        var deep = "{\"credential\": %s1%s}".formatted("[".repeat(100_000), "]".repeat(100_000));
        var nested = "{\"verifiableCredential\": %s1%s}".formatted("{\"a\":".repeat(5_000), "}".repeat(5_000));

        assertThat(calls.send(door, utf8(deep), "application/json").status()).isEqualTo(400);
        assertThat(calls.send(door, utf8(nested), "application/json").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void refuses_what_is_too_large(String door) {
        var large = "{\"credential\": \"%s\"}".formatted("x".repeat(Json.MAX_BYTES));

        var answer = calls.send(door, utf8(large), "application/json");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "image/png",
                "nonsense",
                "*/*"
            })
    void refuses_what_is_not_called_json(String type) {
        var credential =
                utf8(body("credential", calls.aCredential("eddsa-rdfc-2022")).toString());

        assertThat(statuses(Stream.of(credential), type)).containsExactly(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-8",
                "application/ld+json",
                "application/vc+ld+json",
                "application/vc"
            })
    void takes_every_name_of_json(String type) {
        var credential =
                utf8(body("credential", calls.aCredential("eddsa-rdfc-2022")).toString());

        assertThat(calls.send(ISSUE, credential, type).status()).isEqualTo(201);
    }

    /// Every place of a valid document is replaced by every oddity in turn.
    @Test
    void stays_upright_when_any_place_of_a_document_is_odd() {
        var credential = calls.aCredential("eddsa-rdfc-2022");
        var signed = calls.issued("status", calls.aCredential("status"));
        var presented = calls.presented(aPresentationOf(calls.issued("eddsa-rdfc-2022", credential)));

        assertThat(statusesOfOdd(
                        body("credential", credential),
                        b -> calls.send(ISSUE, b).status()))
                .isSubsetOf(201, 400);
        assertThat(statusesOfOdd(
                        body("credential", credential),
                        b -> calls.send("/vc-api/status/credentials/issue", b).status()))
                .isSubsetOf(201, 400);
        assertThat(statusesOfOdd(
                        body("verifiableCredential", signed),
                        b -> calls.send("/vc-api/credentials/verify", b).status()))
                .containsExactly(400);
        assertThat(statusesOfOdd(
                        body("verifiablePresentation", presented),
                        b -> calls.send("/vc-api/presentations/verify", b).status()))
                .containsExactly(400);
    }

    private static Set<Integer> statusesOfOdd(JsonObject document, Function<JsonObject, Integer> call) {
        var found = new TreeSet<Integer>();
        places("", document)
                .skip(1)
                .forEach(place -> ODDITIES.forEach(oddity -> {
                    found.add(call.apply(replaced(document, place, oddity)));
                }));
        return found;
    }

    private static JsonObject replaced(JsonObject document, String place, String oddity) {
        var value = Json.object("{\"v\": " + oddity + "}").getOrDefault("v", JsonValue.NULL);
        return Json.PROVIDER.createPatchBuilder().replace(place, value).build().apply(document);
    }

    /// The pointers of a document, its own first.
    private static Stream<String> places(String at, JsonValue value) {
        var inner = switch (value) {
            case JsonObject object ->
                object.entrySet().stream().flatMap(e -> places(at + "/" + e.getKey(), e.getValue()));
            case JsonArray array ->
                IntStream.range(0, array.size()).boxed().flatMap(i -> places(at + "/" + i, array.get(i)));
            default -> Stream.<String>empty();
        };
        return Stream.concat(Stream.of(at), inner);
    }

    @Test
    void gives_up_on_documents_made_to_keep_it_busy() {
        var knots = IntStream.range(0, 12)
                .mapToObj(i -> "{\"id\": \"_:n%d\", \"next\": [%s]}"
                        .formatted(
                                i,
                                IntStream.range(0, 12)
                                        .filter(j -> j != i)
                                        .mapToObj(j -> "{\"id\": \"_:n" + j + "\"}")
                                        .reduce((a, b) -> a + "," + b)
                                        .orElseThrow()))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        var poison = with(calls.aCredential("eddsa-rdfc-2022"), "/credentialSubject/knots", "[" + knots + "]");

        assertThat(calls.issue("eddsa-rdfc-2022", poison).status()).isEqualTo(400);
    }
}
