package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextLoaderTest {

    private static final String ADDRESS = "https://words.example.org/v1";
    private static final ContextLoader.Limits LIMITS = new ContextLoader.Limits(10_000, 2, 2, Duration.ofHours(1));

    private final AtomicReference<Instant> now = new AtomicReference<>(Badges.NOW);
    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void a_context_that_is_loaded_gives_words_their_meaning() {
        Contexts contexts = loader(words("{'mood': 'urn:own:mood'}")).contextsFor(document("'mood': 'good'"));

        assertThat(new Canonical(contexts).statements(document("'mood': 'good'")))
                .contains("<urn:own:mood> \"good\"");
    }

    @Test
    void it_is_fetched_once_and_again_after_its_time() {
        ContextLoader loader = loader(words("{'mood': 'urn:own:mood'}"));
        loader.contextsFor(document("'mood': 'a'"));
        loader.contextsFor(document("'mood': 'b'"));
        assertThat(fetches).hasValue(1);

        now.set(Badges.NOW.plus(Duration.ofHours(2)));
        loader.contextsFor(document("'mood': 'c'"));

        assertThat(fetches).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'credentialSubject': 'urn:own:subject'}",
                "{'title': 'https://schema.org/name'}",
                "{'@import': 'https://words.example.org/v2'}",
                "[{'title': {'@id': 'https://schema.org/name'}}]"
            })
    void a_loaded_context_cannot_touch_the_words_of_the_standards(String context) {
        JsonObject document = document("'title': 'x'");
        Contexts contexts = loader(words(context)).contextsFor(document);

        assertThat(catchThrowableOfType(ContentException.class, () -> new Canonical(contexts).statements(document))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void what_cannot_be_had_is_said() {
        assertThat(refusal(new FakeOutside(), document("'mood': 'x'"))).isEqualTo(Code.CONTEXT_UNKNOWN);
    }

    @Test
    void what_is_no_context_is_refused() {
        assertThat(refusal(new FakeOutside().with(URI.create(ADDRESS), "<html>"), document("'mood': 'x'")))
                .isEqualTo(Code.NOT_PROCESSABLE);
        assertThat(refusal(new FakeOutside().with(URI.create(ADDRESS), "{}"), document("'mood': 'x'")))
                .isEqualTo(Code.NOT_PROCESSABLE);
    }

    @Test
    void what_is_too_large_is_refused() {
        FakeOutside outside = words("{'mood': 'urn:own:" + "x".repeat(20_000) + "'}");

        assertThat(refusal(outside, document("'mood': 'x'"))).isEqualTo(Code.TOO_COMPLEX);
    }

    @Test
    void contexts_that_name_each_other_without_end_are_refused() {
        Outside endless = (uri, accept, max) ->
                new Fetched.Body(Json.bytes(Json.object("{\"@context\": \"" + uri + "x\"}")), "application/json");

        assertThat(catchThrowableOfType(
                                ContentException.class, () -> loader(endless).contextsFor(document("'mood': 'x'")))
                        .code())
                .isEqualTo(Code.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://words.example.org/v1", "file:///etc/passwd", "words", "https://exa mple.org"})
    void only_web_addresses_that_are_safe_on_the_way_are_fetched(String address) {
        JsonObject document = Json.object("{\"@context\": [\"" + address + "\"]}");

        assertThat(refusal(new FakeOutside(), document)).isEqualTo(Code.CONTEXT_UNKNOWN);
        assertThat(fetches).hasValue(0);
    }

    private Code refusal(Outside outside, JsonObject document) {
        return catchThrowableOfType(
                        ContentException.class, () -> loader(outside).contextsFor(document))
                .code();
    }

    private ContextLoader loader(Outside outside) {
        Outside counted = (uri, accept, max) -> {
            fetches.incrementAndGet();
            return outside.fetch(uri, accept, max);
        };
        return new ContextLoader(Badges.CONTEXTS, counted, LIMITS, now::get);
    }

    private static FakeOutside words(String context) {
        return new FakeOutside().with(URI.create(ADDRESS), "{\"@context\": %s}".formatted(context.replace('\'', '"')));
    }

    private static JsonObject document(String member) {
        return Json.object(("{'@context': ['https://www.w3.org/ns/credentials/v2', '" + ADDRESS + "'],"
                        + "'type': 'VerifiableCredential', 'credentialSubject': {'id': 'urn:x', " + member + "}}")
                .replace('\'', '"'));
    }
}
