package org.cairn.credential.did;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.key.VerificationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Verification methods in controller documents of every kind (Controlled Identifiers 1.0, 2.2, 2.3 and 3.3).
class VerificationMethodsTest {

    private static final String DID = "did:web:example.org";
    private static final String KEY = DID + "#k";
    private static final String PURPOSE = "assertionMethod";

    private final SigningKey p256 = EcKey.generate(Curve.P256, new SecureRandom());

    static Stream<SigningKey> keys() {
        SecureRandom random = new SecureRandom();
        return Stream.of(Badges.UNIVERSITY, EcKey.generate(Curve.P256, random), EcKey.generate(Curve.P384, random));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_did_key_is_for_everything(SigningKey key) {
        VerificationMethods methods = new VerificationMethods(Dids.standard(new FakeOutside()));

        assertThat(List.of(PURPOSE, "authentication", "capabilityInvocation", "capabilityDelegation"))
                .allSatisfy(purpose -> assertThat(found(methods.find(key.didKeyMethod(), purpose)))
                        .isEqualTo(key.publicKey()));
        assertThat(methods.find(key.didKey() + "#other", PURPOSE)).isInstanceOf(MethodLookup.NotListed.class);
        assertThat(methods.find(key.didKey(), PURPOSE)).isInstanceOf(MethodLookup.NotListed.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_did_jwk_is_for_everything(SigningKey key) {
        VerificationMethods methods = new VerificationMethods(Dids.standard(new FakeOutside()));
        String method = DidJwk.method(key.publicKey());

        assertThat(found(methods.find(method, PURPOSE))).isEqualTo(key.publicKey());
        assertThat(found(methods.find(method, "authentication"))).isEqualTo(key.publicKey());
    }

    @Test
    void a_did_jwk_for_encryption_signs_nothing() {
        String jwk = Json.text(Json.PROVIDER
                .createObjectBuilder(p256.publicKey().toJwk())
                .add("use", "enc")
                .build());

        assertThat(new VerificationMethods(Dids.standard(new FakeOutside())).find(didJwk(jwk) + "#0", PURPOSE))
                .isInstanceOf(MethodLookup.OtherKind.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"did:jwk:", "did:jwk:e30=", "did:jwk:***", "did:jwk:W10", "did:jwk:eyJ"})
    void no_did_jwk_is(String did) {
        assertThat(new DidJwk().resolve(did)).isInstanceOf(DidResolution.Invalid.class);
    }

    @Test
    void a_did_jwk_with_a_secret_gives_no_key() {
        String jwk = Json.text(Json.PROVIDER
                .createObjectBuilder(p256.publicKey().toJwk())
                .add("d", "AAAA")
                .build());

        assertThat(new VerificationMethods(Dids.standard(new FakeOutside())).find(didJwk(jwk) + "#0", PURPOSE))
                .isInstanceOf(MethodLookup.OtherKind.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Multikey                    | multibase | true",
                "JsonWebKey                  | jwk       | true",
                "JsonWebKey2020              | jwk       | true",
                "Ed25519VerificationKey2020  | multibase | false",
                "Multikey                    | jwk       | false",
                "JsonWebKey                  | multibase | false",
                "X25519KeyAgreementKey2020   | multibase | false",
                "7                           | multibase | false"
            })
    void a_p256_key_is_read_from_methods_of_its_types(String type, String form, boolean readable) {
        JsonObject document = Json.object("{\"id\": \"" + DID + "\", \"verificationMethod\": ["
                + method("#k", type, form) + "], \"assertionMethod\": [\"#k\"]}");

        MethodLookup lookup = methods(document).find(KEY, PURPOSE);

        assertThat(lookup instanceof MethodLookup.Found found
                        && found.authorised()
                        && found.method().isConfirmed())
                .isEqualTo(readable);
    }

    @Test
    void a_2020_method_holds_an_ed25519_key() {
        String method = "{\"id\": \"#k\", \"type\": \"Ed25519VerificationKey2020\", \"controller\": \"" + DID
                + "\", \"publicKeyMultibase\": \"" + Badges.UNIVERSITY.publicMultibase() + "\"}";
        JsonObject document = Json.object("{\"id\": \"" + DID + "\", \"verificationMethod\": " + method
                + ", \"assertionMethod\": \"" + KEY + "\"}");

        assertThat(found(methods(document).find(KEY, PURPOSE))).isEqualTo(Badges.UNIVERSITY.publicKey());
    }

    @Test
    void a_method_embedded_in_one_relationship_is_for_that_one_only() {
        JsonObject document = Json.object(
                "{\"id\": \"" + DID + "\", \"authentication\": [" + method(KEY, "Multikey", "multibase") + "]}");

        assertThat(methods(document).find(KEY, "authentication"))
                .matches(lookup -> lookup instanceof MethodLookup.Found found && found.authorised());
        assertThat(methods(document).find(KEY, PURPOSE))
                .matches(lookup -> lookup instanceof MethodLookup.Found found && !found.authorised());
    }

    @Test
    void a_method_that_no_relationship_names_is_for_nothing() {
        JsonObject document = Json.object("{\"id\": \"" + DID + "\", \"verificationMethod\": ["
                + method(KEY, "Multikey", "multibase") + "], \"assertionMethod\": [\"#other\", 7]}");

        assertThat(methods(document).find(KEY, PURPOSE))
                .matches(lookup -> lookup instanceof MethodLookup.Found found && !found.authorised());
    }

    @Test
    void a_method_tells_when_it_ends_and_an_unreadable_end_is_none() {
        JsonObject retired = withMember("expires", "2026-01-01T00:00:00Z");
        JsonObject revoked = withMember("revoked", "2026-01-01T00:00:00+01:00");

        assertThat(((MethodLookup.Found) methods(retired).find(KEY, PURPOSE))
                        .method()
                        .expires())
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(((MethodLookup.Found) methods(revoked).find(KEY, PURPOSE))
                        .method()
                        .revoked())
                .contains(Instant.parse("2025-12-31T23:00:00Z"));
        assertThat(methods(withMember("revoked", "2026-01-01")).find(KEY, PURPOSE))
                .isEqualTo(new MethodLookup.Malformed(DID));
    }

    @Test
    void a_method_of_another_controller_is_not_confirmed_and_one_with_its_secret_no_key() {
        assertThat(methods(withMember("controller", "did:web:other.org")).find(KEY, PURPOSE))
                .matches(lookup -> lookup instanceof MethodLookup.Found found
                        && !found.method().isConfirmed());
        assertThat(methods(withMember("secretKeyMultibase", "z42t")).find(KEY, PURPOSE))
                .isInstanceOf(MethodLookup.OtherKind.class);
    }

    @Test
    void a_key_is_found_by_itself() {
        JsonObject document = withMember("x", "y");

        assertThat(found(methods(document).findWhere(DID, p256.publicKey()::equals, PURPOSE)))
                .isEqualTo(p256.publicKey());
        assertThat(methods(document).findWhere(DID, Badges.STRANGER.publicKey()::equals, PURPOSE))
                .isEqualTo(new MethodLookup.NotListed(DID));
    }

    private JsonObject withMember(String name, String value) {
        JsonObject method = Json.PROVIDER
                .createObjectBuilder(Json.object(method(KEY, "Multikey", "multibase")))
                .add(name, value)
                .build();
        return Json.object("{\"id\": \"" + DID + "\", \"verificationMethod\": [" + method
                + "], \"assertionMethod\": [\"" + KEY + "\"]}");
    }

    private String method(String id, String type, String form) {
        String key = form.equals("jwk")
                ? "\"publicKeyJwk\": " + p256.publicKey().toJwk()
                : "\"publicKeyMultibase\": \"" + p256.publicMultibase() + "\"";
        return "{\"id\": \"%s\", \"type\": \"%s\", \"controller\": \"%s\", %s}".formatted(id, type, DID, key);
    }

    private static VerificationMethods methods(JsonObject document) {
        return new VerificationMethods(did -> new DidResolution.Resolved(document));
    }

    private static VerificationKey found(MethodLookup lookup) {
        return Optional.of(lookup)
                .filter(MethodLookup.Found.class::isInstance)
                .map(MethodLookup.Found.class::cast)
                .filter(MethodLookup.Found::authorised)
                .orElseThrow()
                .method()
                .key();
    }

    private static String didJwk(String jwk) {
        return "did:jwk:"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(jwk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
