package org.cairn.credential.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.RsaSigner;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens are read strictly and checked with the algorithm of the key, whatever their header says.
class JwsTest {

    private static final JsonObject CLAIMS = Json.object("{\"a\":1}");
    private static final EcKey P256 = EcKey.generate(Curve.P256, new SecureRandom());
    private static final EcKey P384 = EcKey.generate(Curve.P384, new SecureRandom());
    private static final RsaSigner RSA = new RsaSigner("x");

    /// Someone who signs, the public key, and the algorithm they should use.
    record Party(Signer signer, VerificationKey key, String algorithm) {}

    static List<Party> parties() {
        return List.of(
                new Party(Badges.UNIVERSITY.signer("x"), Badges.UNIVERSITY.publicKey(), "EdDSA"),
                new Party(P256.signer("x"), P256.publicKey(), "ES256"),
                new Party(P384.signer("x"), P384.publicKey(), "ES384"),
                new Party(RSA, RSA.publicKey(), "RS256"));
    }

    @ParameterizedTest
    @MethodSource("parties")
    void a_signed_token_is_read_back_and_holds_for_its_key_only(Party party) {
        Jws token = Jws.read(
                Jws.sign(Json.object("{\"typ\":\"JWT\"}"), CLAIMS, party.signer).compact());

        assertThat(token.algorithm()).isEqualTo(party.algorithm);
        assertThat(token.claims()).isEqualTo(CLAIMS);
        assertThat(token.problem(party.key)).isEmpty();
        assertThat(parties().stream().filter(other -> !other.equals(party)))
                .allSatisfy(
                        other -> assertThat(token.problem(other.key)).contains(JwsProblem.ALGORITHM_OF_ANOTHER_KEY));
    }

    @ParameterizedTest
    @MethodSource("parties")
    void a_changed_character_anywhere_is_noticed(Party party) {
        String token =
                Jws.sign(JsonObject.EMPTY_JSON_OBJECT, CLAIMS, party.signer).compact();

        assertThat(Stream.iterate(0, at -> at < token.length(), at -> at + 1)
                        .filter(at -> token.charAt(at) != '.')
                        .map(at -> token.substring(0, at)
                                + (token.charAt(at) == 'A' ? 'B' : 'A')
                                + token.substring(at + 1))
                        .filter(changed -> isAccepted(changed, party.key)))
                .isEmpty();
    }

    private static boolean isAccepted(String token, VerificationKey key) {
        try {
            return Jws.read(token).problem(key).isEmpty();
        } catch (MalformedTokenException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\"} | ALGORITHM_UNSUPPORTED",
                "{\"alg\":\"None\"} | ALGORITHM_UNSUPPORTED",
                "{\"alg\":\"HS256\"} | ALGORITHM_UNSUPPORTED",
                "{\"alg\":\"ES256K\"} | ALGORITHM_UNSUPPORTED",
                "{\"alg\":\"ES256\"} | ALGORITHM_OF_ANOTHER_KEY",
                "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"]} | CRITICAL_HEADER",
                "{\"alg\":\"EdDSA\",\"b64\":false} | CRITICAL_HEADER",
                "{\"alg\":\"EdDSA\",\"zip\":\"DEF\"} | CRITICAL_HEADER",
            })
    void a_header_that_asks_for_something_else_is_refused(String header, JwsProblem problem) {
        String signed = part(header) + "." + part("{}");
        String token =
                signed + "." + Base64Url.encode(Badges.UNIVERSITY.signer("x").sign(bytes(signed)));

        assertThat(Jws.read(token).problem(Badges.UNIVERSITY.publicKey())).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b | PARTS",
                "a.b.c.d | PARTS",
                "e30.e30.AA | HEADER",
                "W10.e30.AA | HEADER",
                "eyJhbGciOjF9.e30.AA | HEADER",
                "eyJhbGciOiJFUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AA | HEADER",
                "eyJhbGciOiJFUzI1NiJ9.e30=.AA | PAYLOAD",
                "eyJhbGciOiJFUzI1NiJ9.e31.AA | PAYLOAD",
                "eyJhbGciOiJFUzI1NiJ9.e 0.AA | PAYLOAD",
                "eyJhbGciOiJFUzI1NiJ9.e30.AB | SIGNATURE",
                "eyJhbGciOiJFUzI1NiJ9.e30. | SIGNATURE",
            })
    void a_token_that_is_not_strictly_written_is_refused(String token, Code code) {
        assertThatThrownBy(() -> Jws.read(token))
                .isInstanceOfSatisfying(
                        MalformedTokenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void an_oversized_or_bottomless_token_is_refused() {
        String deep = "{\"alg\":\"ES256\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThatThrownBy(() -> Jws.read("a".repeat(Jws.MAX_CHARS + 1))).isInstanceOf(MalformedTokenException.class);
        assertThatThrownBy(() -> Jws.read(part(deep) + ".e30.AA")).isInstanceOf(MalformedTokenException.class);
        assertThatThrownBy(() -> Jws.read("a".repeat(100_000) + ".e30.AA")).isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void a_payload_that_repeats_a_member_has_no_claims() {
        String text = part("{\"alg\":\"ES256\"}") + "." + part("{\"sub\":\"a\",\"sub\":\"b\"}") + ".AA";

        assertThatThrownBy(() -> Jws.read(text).claims()).isInstanceOf(MalformedTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "crit", "b64", "zip"})
    void a_caller_cannot_choose_how_it_is_signed(String member) {
        JsonObject header = Json.object("{\"" + member + "\":\"x\"}");

        assertThatIllegalArgumentException().isThrownBy(() -> Jws.sign(header, CLAIMS, Badges.UNIVERSITY.signer("x")));
    }

    private static String part(String text) {
        return Base64Url.encode(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
