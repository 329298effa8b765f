package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Credentials that bring words of their own, with contexts of their own for their types, as those of the W3C's test
/// suites do.
class OwnTermsTest {

    private static final Canonical CANONICAL = new Canonical(Badges.CONTEXTS);

    /// A boat with a sail; `%s` stands for what else its type's own context says.
    private static JsonObject boat(String more) {
        return Json.object("""
                {'@context': ['https://www.w3.org/ns/credentials/v2',
                   {'@protected': true, 'Boat': {'@id': 'urn:own:Boat', '@context': {'@protected': true, %s
                      'sails': {'@id': 'urn:own:sails', '@context': {'size': 'urn:own:size'}}}},
                    'boats': {'@id': 'urn:own:boats', '@type': '@id'}}],
                 'type': ['VerifiableCredential'], 'issuer': 'did:example:harbour',
                 'credentialSubject': {'boats': [{'id': 'urn:boat:1', 'type': 'Boat', 'sails': [{'size': 5.5}]}]}}
                """.replace('\'', '"').formatted(more.replace('\'', '"')));
    }

    /// JSON-LD 1.1, 4.1.11: a term may be defined again as what it means already.
    @Test
    void a_types_own_context_may_say_again_what_id_and_type_are() {
        assertThat(CANONICAL.statements(boat("'id': '@id', 'type': '@type',")))
                .isEqualTo(CANONICAL.statements(boat("")))
                .contains("<urn:boat:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:own:Boat>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id': '@type',",
                "'type': '@id',",
                "'id': 'urn:own:number',",
                "'type': 'urn:own:kind',",
                "'issuer': '@id',",
                "'issuer': '@type',",
                "'id': null,"
            })
    void but_nothing_else_of_them(String definition) {
        assertThat(catchThrowableOfType(ContentException.class, () -> CANONICAL.statements(boat(definition)))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    /// As the fixtures of the W3C's test suites are written; whatever the suite.
    @Test
    void a_context_wrapped_in_a_context_is_read_as_what_it_holds() {
        JsonObject plain = boat("");
        JsonObject wrapped = wrapped(plain);

        assertThat(CANONICAL.statements(wrapped)).isEqualTo(CANONICAL.statements(plain));
        assertThat(new StatementReader(Badges.CONTEXTS).expanded(wrapped))
                .isEqualTo(new StatementReader(Badges.CONTEXTS).expanded(plain));
        assertThatCode(() -> Badges.INTEGRITY.checkLinkedData(wrapped)).doesNotThrowAnyException();
    }

    private static JsonObject wrapped(JsonObject plain) {
        JsonObject own = plain.getJsonArray("@context").getJsonObject(1);
        return Json.PROVIDER
                .createPointer("/@context/1")
                .replace(
                        plain,
                        Json.PROVIDER.createObjectBuilder().add("@context", own).build());
    }
}
