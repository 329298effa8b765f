package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.credential.Badges;
import org.cairn.credential.DigitalBazaar;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextsTest {

    private static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    /// No npm package of a bearable size carries these. CLR is compared by the digest of the published bytes below;
    /// JWS 2020 and BBS 2020 were compared once with two packages that agree (`@veramo/credential-ld` 7.0.1 and
    /// `@trustvc/w3c-context` 2.0.2), the examples with iron-verifiable-credentials 0.14.0,
    /// driving licences v2, which adds to v1, with `context/v2.jsonld` of w3c-ccg/vdl-vocab.
    private static final Set<String> NOT_IN_NPM = Set.of(
            CLR,
            "https://w3id.org/security/suites/jws-2020/v1",
            "https://w3id.org/security/bbs/v1",
            "https://www.w3.org/ns/credentials/examples/v2",
            "https://w3id.org/vdl/v2");

    private static final String EXAMPLES_1 = "https://www.w3.org/2018/credentials/examples/v1";
    private static final String ODRL = "https://www.w3.org/ns/odrl.jsonld";

    /// Ours are written anew in a shorter form, so that they have to be compared with the published ones.
    @Test
    void every_bundled_context_equals_the_published_one() {
        try (DigitalBazaar node = DigitalBazaar.start()) {
            var published =
                    node.ask("contexts", Json.PROVIDER.createObjectBuilder()).getJsonObject("contexts");
            Set<String> compared = Badges.CONTEXTS.addresses().stream()
                    .filter(address -> !NOT_IN_NPM.contains(address) && !address.equals(EXAMPLES_1))
                    .collect(Collectors.toSet());

            assertThat(compared)
                    .hasSize(22)
                    .allSatisfy(address -> assertThat(Badges.CONTEXTS.document(address))
                            .as(address)
                            .isEqualTo(Optional.of(published.getJsonObject(address))));
        }
    }

    /// It is published as a list of contexts, one of them by its address; ours is all of them in one.
    @Test
    void the_examples_of_2018_are_the_published_ones_in_one_context() {
        try (DigitalBazaar node = DigitalBazaar.start()) {
            var published =
                    node.ask("contexts", Json.PROVIDER.createObjectBuilder()).getJsonObject("contexts");
            var parts = published.getJsonObject(EXAMPLES_1).getJsonArray("@context");
            var one = Json.PROVIDER
                    .createObjectBuilder(parts.getJsonObject(0))
                    .addAll(Json.PROVIDER.createObjectBuilder(
                            published.getJsonObject(ODRL).getJsonObject("@context")))
                    .addAll(Json.PROVIDER.createObjectBuilder(parts.getJsonObject(2)));

            assertThat(parts).hasSize(3);
            assertThat(parts.getString(1)).isEqualTo(ODRL);
            assertThat(Badges.CONTEXTS.document(EXAMPLES_1))
                    .contains(Json.PROVIDER
                            .createObjectBuilder()
                            .add("@context", one)
                            .build());
        }
    }

    /// The digest of the file as 1EdTech publishes it: two spaces a level, no line at the end.
    @Test
    void the_clr_context_is_the_published_one_byte_for_byte() throws GeneralSecurityException {
        String text = indented(Badges.CONTEXTS.document(CLR).orElseThrow());

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6");
    }

    @Test
    void an_unknown_context_is_not_looked_for() {
        assertThat(Badges.CONTEXTS.document("https://example.org/context")).isEmpty();
    }

    @Test
    void other_spellings_of_standard_words_are_known() {
        assertThat(new Vocabulary(Badges.CONTEXTS).respellings()).contains("expiration");
    }

    @Test
    void the_words_of_rights_and_of_examples_are_no_spellings_of_standard_ones() {
        var words = Set.of("uid", "action", "target", "profile", "constraint", "degree", "alumniOf", "verifier");

        assertThat(new Vocabulary(Badges.CONTEXTS).respellings()).doesNotContainAnyElementsOf(words);
    }

    @Test
    void a_standard_word_in_another_spelling_is_refused_where_its_context_is_named() {
        assertThat(refusal("https://w3id.org/security/v1", "'expiration': '2030-01-01T00:00:00Z'"))
                .isEqualTo(Code.REINTERPRETED);
        assertThat(refusal("https://w3id.org/security/v1", "'sec:expiration': '2030-01-01T00:00:00Z'"))
                .isEqualTo(Code.REINTERPRETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'gender': 'urn:own:gender'}", "{'owner': 'urn:own:owner'}"})
    void a_word_of_a_context_that_is_not_named_is_free(String context) {
        String word = context.substring(2, context.indexOf('\'', 2));

        assertThat(statements(context, "'%s': 'x'".formatted(word))).contains("<urn:own:" + word + "> \"x\"");
    }

    @Test
    void a_word_of_a_context_that_is_named_is_not() {
        String contexts = "'https://w3id.org/citizenship/v1', {'gender': 'urn:own:gender'}";

        assertThat(catchThrowableOfType(ContentException.class, () -> statements(contexts, "'gender': 'x'"))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void a_word_without_a_meaning_gets_one_only_where_that_context_is_named() {
        assertThat(statements("'https://www.w3.org/ns/credentials/examples/v2'", "'mood': 'good'"))
                .contains("<https://www.w3.org/ns/credentials/examples#mood> \"good\"");
        assertThat(refusal("https://w3id.org/security/bbs/v1", "'mood': 'good'"))
                .isEqualTo(Code.NOT_COVERED);
    }

    private static Code refusal(String context, String member) {
        return catchThrowableOfType(ContentException.class, () -> statements("'" + context + "'", member))
                .code();
    }

    private static String statements(String contexts, String member) {
        String document = "{'@context': ['https://www.w3.org/ns/credentials/v2', %s],".formatted(contexts)
                + "'type': 'VerifiableCredential', 'credentialSubject': {'id': 'urn:x', %s}}".formatted(member);
        return new Canonical(Badges.CONTEXTS).statements(Json.object(document.replace('\'', '"')));
    }

    private static String indented(JsonObject document) {
        StringBuilder text = new StringBuilder();
        indent(document, "", text);
        return text.toString();
    }

    private static void indent(JsonObject object, String margin, StringBuilder text) {
        text.append("{\n");
        String separator = "";
        for (var member : object.entrySet()) {
            text.append(separator)
                    .append(margin)
                    .append("  \"")
                    .append(member.getKey())
                    .append("\": ");
            if (member.getValue() instanceof JsonObject inner) {
                indent(inner, margin + "  ", text);
            } else {
                text.append(member.getValue());
            }
            separator = ",\n";
        }
        text.append("\n").append(margin).append("}");
    }
}
