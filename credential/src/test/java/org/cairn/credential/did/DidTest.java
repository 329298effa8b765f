package org.cairn.credential.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidTest {

    private static final String WEB = "did:web:example.org:issuers:a";
    private static final URI PLACE = URI.create("https://example.org/issuers/a/did.json");

    @ParameterizedTest
    @CsvSource({
        "did:web:example.org, https://example.org/.well-known/did.json",
        "did:web:example.org%3A8443, https://example.org:8443/.well-known/did.json",
        "did:web:localhost%3A8080:o:1, https://localhost:8080/o/1/did.json",
        "did:web:example.org:issuers:a, https://example.org/issuers/a/did.json"
    })
    void a_did_web_lies_at(String did, URI address) {
        assertThat(DidWeb.address(did)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, did:web:example.org",
        "https://Example.org:8443/, did:web:example.org%3A8443",
        "https://example.org/issuers/a, did:web:example.org:issuers:a"
    })
    void a_site_has_the_did(URI site, String did) {
        assertThat(DidWeb.did(site)).contains(did);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web:example.org:..:secret",
                "did:web:example.org/path",
                "did:web:user@example.org",
                "did:web:example.org%2Fpath",
                "did:web:example.org::",
                "did:web:example.org:a?b",
                "did:web:-a.org",
                "did:key:x"
            })
    void no_did_web_is(String did) {
        assertThat(DidWeb.address(did)).isEmpty();
        assertThat(new DidWeb(new FakeOutside()).resolve(did)).isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void a_did_web_resolves_to_its_document() {
        var document = DidDocument.of(WEB, List.of(Multikey.current(WEB + "#1", Badges.UNIVERSITY.publicMultibase())));

        assertThat(Dids.standard(new FakeOutside().with(PLACE, document)).resolve(WEB))
                .isEqualTo(new DidResolution.Resolved(document));
    }

    @Test
    void a_document_of_another_did_is_invalid() {
        var document = DidDocument.of("did:web:other.org", List.of());

        assertThat(Dids.standard(new FakeOutside().with(PLACE, document)).resolve(WEB))
                .isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void a_document_that_is_not_json_is_invalid() {
        assertThat(Dids.standard(new FakeOutside().with(PLACE, "<html>")).resolve(WEB))
                .isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void a_site_that_does_not_answer_is_unreachable_and_one_that_denies_it_not_found() {
        var missing = new FakeOutside().with(PLACE, new Fetched.Missing(404));
        var broken = new FakeOutside().with(PLACE, new Fetched.Missing(500));
        var refused = new FakeOutside().with(PLACE, new Fetched.Refused("private address"));

        assertThat(Dids.standard(new FakeOutside()).resolve(WEB)).isInstanceOf(DidResolution.Unreachable.class);
        assertThat(Dids.standard(broken).resolve(WEB)).isInstanceOf(DidResolution.Unreachable.class);
        assertThat(Dids.standard(refused).resolve(WEB)).isInstanceOf(DidResolution.Unreachable.class);
        assertThat(Dids.standard(missing).resolve(WEB)).isInstanceOf(DidResolution.NotFound.class);
    }

    @Test
    void a_did_key_resolves_without_the_outside() {
        String did = Badges.UNIVERSITY.didKey();

        var resolved = (DidResolution.Resolved) Dids.standard(new FakeOutside()).resolve(did);

        assertThat(Json.strings(resolved.document(), "assertionMethod"))
                .containsExactly(Badges.UNIVERSITY.didKeyMethod());
    }

    @ParameterizedTest
    @ValueSource(strings = {"did:key:", "did:key:z", "did:key:z6MkNonsense", "did:key:uAAAA"})
    void no_did_key_is(String did) {
        assertThat(new DidKey().resolve(did)).isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void other_methods_are_unsupported_and_other_texts_invalid() {
        var dids = Dids.standard(new FakeOutside());

        assertThat(dids.resolve("did:ebsi:z1")).isEqualTo(new DidResolution.Unsupported("ebsi"));
        assertThat(dids.resolve("https://example.org")).isInstanceOf(DidResolution.Invalid.class);
        assertThat(dids.resolve("did:web")).isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void a_document_keeps_retired_keys_with_their_end() {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        var retired = new Multikey(WEB + "#0", Badges.STRANGER.publicMultibase(), Optional.of(end), Optional.empty());

        var document = DidDocument.of(WEB, List.of(retired));

        assertThat(Json.objects(document, "verificationMethod").getFirst())
                .containsEntry("expires", Json.PROVIDER.createValue("2026-01-01T00:00:00Z"));
        assertThat(Json.strings(document, "assertionMethod")).containsExactly(WEB + "#0");
    }

    @Test
    void a_document_refuses_the_key_of_another_did() {
        var foreign = List.of(Multikey.current("did:web:other.org#1", "z6Mk"));

        assertThatIllegalArgumentException().isThrownBy(() -> DidDocument.of(WEB, foreign));
    }
}
