package org.cairn.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each thing RFC 9901, section 7.1, says a verifier must refuse. The tokens are properly signed: only their
/// digests and disclosures are wrong.
class SdJwtRulesTest {

    private static final String NAME = disclosure("[\"s1\",\"name\",\"Ada\"]");
    private static final String ELEMENT = disclosure("[\"s2\",\"en\"]");

    @Test
    void a_member_and_an_element_take_their_places() {
        String payload =
                "{\"_sd_alg\":\"sha-256\",\"_sd\":[\"%s\",\"decoy\"],\"l\":[{\"...\":\"%s\"},{\"...\":\"d2\"}]}"
                        .formatted(digest(NAME), digest(ELEMENT));

        assertThat(claims(payload, NAME, ELEMENT)).isEqualTo(Json.object("{\"l\":[\"en\"],\"name\":\"Ada\"}"));
    }

    @ParameterizedTest
    @CsvSource({"sha-256, SHA-256", "sha-384, SHA-384", "sha-512, SHA-512"})
    void the_named_hash_is_used(String algorithm, String name) {
        String payload = "{\"_sd_alg\":\"%s\",\"_sd\":[\"%s\"]}".formatted(algorithm, new Digests(name).of(NAME));

        assertThat(claims(payload, NAME)).isEqualTo(Json.object("{\"name\":\"Ada\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"md5\"", "\"sha-1\"", "\"SHA-256\"", "null", "7", "\"\""})
    void another_hash_is_refused(String algorithm) {
        refuses("{\"_sd_alg\":" + algorithm + ",\"_sd\":[]}");
    }

    @Test
    void a_digest_that_occurs_twice_is_refused_wherever_it_is() {
        String digest = digest(NAME);
        String nested = disclosure("[\"s\",\"outer\",{\"_sd\":[\"" + digest + "\"]}]");

        refuses("{\"_sd\":[\"%1$s\",\"%1$s\"]}".formatted(digest), NAME);
        refuses("{\"_sd\":[\"%1$s\"],\"o\":{\"_sd\":[\"%1$s\"]}}".formatted(digest), NAME);
        refuses("{\"_sd\":[\"%s\",\"%s\"]}".formatted(digest, digest(nested)), NAME, nested);
        refuses("{\"_sd\":[\"decoy\"],\"l\":[{\"...\":\"decoy\"}]}");
    }

    @Test
    void a_disclosure_that_belongs_nowhere_or_comes_twice_is_refused() {
        refuses("{\"_sd\":[]}", NAME);
        refuses("{\"a\":1}", NAME);
        refuses("{\"_sd\":[\"%s\"]}".formatted(digest(NAME)), NAME, NAME);
    }

    @Test
    void a_disclosure_must_not_displace_a_claim() {
        String again = disclosure("[\"s3\",\"name\",\"Eve\"]");

        refuses("{\"name\":\"Eve\",\"_sd\":[\"%s\"]}".formatted(digest(NAME)), NAME);
        refuses("{\"_sd\":[\"%s\",\"%s\"]}".formatted(digest(NAME), digest(again)), NAME, again);
    }

    @Test
    void members_and_elements_do_not_stand_for_one_another() {
        refuses("{\"_sd\":[\"%s\"]}".formatted(digest(ELEMENT)), ELEMENT);
        refuses("{\"l\":[{\"...\":\"%s\"}]}".formatted(digest(NAME)), NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_sd\":\"x\"}",
                "{\"_sd\":{}}",
                "{\"_sd\":null}",
                "{\"_sd\":[1]}",
                "{\"_sd\":[[\"x\"]]}",
                "{\"l\":[{\"...\":7}]}",
                "{\"l\":[{\"...\":null}]}",
                "{\"l\":[{\"...\":\"x\",\"y\":1}]}",
                "{\"...\":\"x\"}",
                "{\"o\":{\"...\":\"x\"}}"
            })
    void digests_in_a_wrong_form_are_refused(String payload) {
        refuses(payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[\"s\"]",
                "[\"s\",\"n\",1,2]",
                "[1,\"n\",2]",
                "[null,\"x\"]",
                "[\"s\",7,1]",
                "[\"s\",\"_sd\",[]]",
                "[\"s\",\"...\",\"x\"]",
                "[\"s\",\"n\",{\"a\":1,\"a\":2}]",
                "[\"s\",\"n\",1] ,",
                "\"s\""
            })
    void a_disclosure_in_a_wrong_form_is_refused(String disclosure) {
        assertThatThrownBy(() -> Disclosure.read(disclosure(disclosure)))
                .isInstanceOfSatisfying(
                        MalformedTokenException.class, e -> assertThat(e.code()).isEqualTo(Code.DISCLOSURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WyJzIiwxXQ==", "WyJzIiwxX", "WyJzIiwx*Q", "", "WyJzIiwxXR"})
    void a_disclosure_that_is_not_strict_base64url_is_refused(String encoded) {
        assertThatThrownBy(() -> Disclosure.read(encoded)).isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void disclosures_inside_one_another_end_somewhere() {
        List<String> chain = Stream.iterate(
                        disclosure("[\"s\",\"a\",1]"),
                        inner -> disclosure("[\"s\",\"a\",{\"_sd\":[\"" + digest(inner) + "\"]}]"))
                .limit(200)
                .toList();

        refuses("{\"_sd\":[\"%s\"]}".formatted(digest(chain.getLast())), chain.toArray(String[]::new));
    }

    @Test
    void too_many_disclosures_are_refused() {
        String many = IntStream.range(0, 6_000)
                .mapToObj(i -> disclosure("[\"" + i + "\",1]"))
                .collect(Collectors.joining("~"));
        String token = sign("{}").compact();

        assertThatThrownBy(() -> SdJwt.read(token + "~" + many + "~")).isInstanceOf(MalformedTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "a.b.c", "a~b", "~a.b.c", "e30.e30.AA~~"})
    void what_is_not_put_together_as_it_should_be_is_refused(String text) {
        assertThatThrownBy(() -> SdJwt.read(text)).isInstanceOf(MalformedTokenException.class);
    }

    private static void refuses(String payload, String... disclosures) {
        assertThatThrownBy(() -> claims(payload, disclosures))
                .isInstanceOfSatisfying(
                        MalformedTokenException.class, e -> assertThat(e.code()).isEqualTo(Code.DIGESTS));
    }

    private static JsonObject claims(String payload, String... disclosures) {
        String parts = Stream.of(disclosures).map(part -> part + "~").collect(Collectors.joining());
        return SdJwt.read(sign(payload).compact() + "~" + parts).disclosed().claims();
    }

    private static Jws sign(String payload) {
        return Jws.sign(JsonObject.EMPTY_JSON_OBJECT, Json.object(payload), Badges.UNIVERSITY.signer("x"));
    }

    private static String disclosure(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String disclosure) {
        return Digests.STANDARD.of(disclosure);
    }
}
