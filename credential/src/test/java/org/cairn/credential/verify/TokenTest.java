package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.ISSUER;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.set;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Badges as signed tokens, in the Open Badges profile of VC-JWT.
class TokenTest {

    private static final String DID = "did:web:uni.example.edu";
    private static final URI PLACE = URI.create("https://uni.example.edu/.well-known/did.json");
    private static final KeyPair EC = pair("EC");
    private static final KeyPair RSA = pair("RSA");
    private static final FakeOutside ONLINE = new FakeOutside().with(PLACE, document());

    @Test
    void an_eddsa_token_by_did_key_is_valid() {
        JsonObject payload = claims(Badges.UNIVERSITY.didKey());
        String header = header("EdDSA", Badges.UNIVERSITY.didKeyMethod());

        assertLine(verify(eddsa(header, payload)), FindingCode.PROOF_VALID, INTEGRITY, Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256"})
    void a_token_by_did_web_is_valid(String algorithm) {
        assertLine(
                verify(token(algorithm, header(algorithm, DID + "#" + algorithm), claims(DID))),
                FindingCode.PROOF_VALID,
                INTEGRITY,
                Verdict.VALID);
    }

    @Test
    void the_credential_may_stand_in_a_claim_of_its_own() {
        JsonObject claims = Json.PROVIDER
                .createObjectBuilder()
                .add("iss", DID)
                .add("vc", badge(DID))
                .build();

        assertLine(
                verify(token("ES256", header("ES256", DID + "#ES256"), claims)),
                FindingCode.PROOF_VALID,
                INTEGRITY,
                Verdict.VALID);
    }

    @Test
    void a_token_in_an_envelope_or_in_quotes_is_read() {
        String token = token("ES256", header("ES256", DID + "#ES256"), claims(DID));
        String envelope = "{\"@context\": \"https://www.w3.org/ns/credentials/v2\", \"type\": "
                + "\"EnvelopedVerifiableCredential\", \"id\": \"data:application/vc+jwt," + token + "\"}";

        assertThat(verify(envelope).verdict()).isEqualTo(Verdict.VALID);
        assertThat(verify("\"" + token + "\"\n").verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_key_inside_the_token_counts_if_the_issuer_publishes_it() {
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"jwk\":" + Json.text(ecJwk()) + "}";
        JsonObject stranger = claims(Badges.STRANGER.didKey());

        assertLine(verify(token("ES256", header, claims(DID))), FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(
                verify(token("ES256", header, stranger)), FindingCode.ISSUER_KEY_NOT_LISTED, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_key_at_a_web_address_speaks_for_its_site_only() {
        URI key = URI.create("https://uni.example.edu/keys/1");
        FakeOutside web = new FakeOutside().with(key, ecJwk());
        String header = header("ES256", key.toString());

        var own = Checking.verifier(web)
                .verify(bytes(token("ES256", header, claims("https://uni.example.edu/issuer"))), "");
        var foreign = Checking.verifier(web).verify(bytes(token("ES256", header, claims("https://other.example"))), "");

        assertLine(own, FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(foreign, FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_token_signed_by_another_is_not_valid() {
        String forged = eddsa(header("EdDSA", Badges.STRANGER.didKeyMethod()), claims(Badges.UNIVERSITY.didKey()))
                .replaceFirst("\\.[^.]*$", ".AAAA");

        assertLine(verify(forged), FindingCode.JWS_INVALID, INTEGRITY, Verdict.NOT_VALID);
        assertLine(verify(forged), FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_changed_payload_breaks_the_signature() {
        String[] parts =
                token("ES256", header("ES256", DID + "#ES256"), claims(DID)).split("\\.", -1);
        JsonObject changed = set(claims(DID), "/name", "'Brain surgery'");

        assertLine(
                verify(parts[0] + "." + part(Json.text(changed)) + "." + parts[2]),
                FindingCode.JWS_INVALID,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "/iss, \"did:web:other.example\", iss",
        "/jti, \"urn:uuid:other\", jti",
        "/sub, \"did:example:other\", sub",
        "/nbf, 1, nbf",
        "/exp, 99999999999, exp"
    })
    void a_claim_that_contradicts_the_credential_is_refused(String pointer, String value, String claim) {
        VerificationReport report =
                verify(token("ES256", header("ES256", DID + "#ES256"), set(claims(DID), pointer, value)));

        assertLine(report, FindingCode.JWS_CLAIM_MISMATCH, INTEGRITY, Verdict.NOT_VALID);
        assertThat(report.findings(INTEGRITY).getFirst().args()).containsExactly(claim);
    }

    @Test
    void a_token_without_issuer_claim_is_refused() {
        assertLine(
                verify(token("ES256", header("ES256", DID + "#ES256"), Checking.remove(claims(DID), "/iss"))),
                FindingCode.JWS_CLAIM_MISMATCH,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\",\"kid\":\"did:web:uni.example.edu#ES256\"} | JWS_ALGORITHM_UNSUPPORTED | CANNOT_TELL",
                "{\"alg\":\"HS256\",\"kid\":\"did:web:uni.example.edu#ES256\"} | JWS_ALGORITHM_UNSUPPORTED | CANNOT_TELL",
                "{\"alg\":\"EdDSA\",\"kid\":\"did:web:uni.example.edu#ES256\"} | JWS_INVALID | NOT_VALID",
                "{\"alg\":\"ES256\"} | JWS_MALFORMED | NOT_VALID",
                "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"kid\":\"x\"} | JWS_MALFORMED | NOT_VALID",
                "{\"alg\":\"ES256\",\"x5c\":[],\"kid\":\"x\"} | JWS_MALFORMED | NOT_VALID",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"x\"} | JWS_MALFORMED | NOT_VALID",
            })
    void a_header_beyond_the_profile_is_refused(String header, FindingCode code, Verdict verdict) {
        assertLine(verify(token("ES256", header, claims(DID))), code, INTEGRITY, verdict);
    }

    @Test
    void an_unreachable_issuer_leaves_the_question_open() {
        String token = token("ES256", header("ES256", DID + "#ES256"), claims(DID));

        assertLine(
                Checking.verifier(new FakeOutside()).verify(bytes(token), "text/plain"),
                FindingCode.ISSUER_UNREACHABLE,
                ISSUER,
                Verdict.CANNOT_TELL);
    }

    private static VerificationReport verify(String upload) {
        return Checking.verifier(ONLINE).verify(bytes(upload), "text/plain");
    }

    private static JsonObject badge(String issuer) {
        return set(Badges.aBadge().toJson(), "/issuer/id", "'" + issuer + "'");
    }

    private static JsonObject claims(String issuer) {
        return Json.PROVIDER
                .createObjectBuilder(badge(issuer))
                .add("iss", issuer)
                .add("jti", Badges.aBadge().id().toString())
                .add("sub", "did:example:learner")
                .add("nbf", Badges.aBadge().validity().from().getEpochSecond())
                .add("exp", Badges.aBadge().validity().until().orElseThrow().getEpochSecond())
                .build();
    }

    private static String header(String algorithm, String kid) {
        return "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(algorithm, kid);
    }

    private static String eddsa(String header, JsonObject payload) {
        String signed = part(header) + "." + part(Json.text(payload));
        return signed + "." + encode(Badges.UNIVERSITY.signer("x").sign(bytes(signed)));
    }

    private static String token(String algorithm, String header, JsonObject payload) {
        String signed = part(header) + "." + part(Json.text(payload));
        try {
            boolean rsa = algorithm.equals("RS256");
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign((rsa ? RSA : EC).getPrivate());
            signature.update(bytes(signed));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(
                    kind.equals("EC")
                            ? new ECGenParameterSpec("secp256r1")
                            : new java.security.spec.RSAKeyGenParameterSpec(2048, BigInteger.valueOf(65_537)));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject document() {
        return Json.object("""
                {"id": "%1$s",
                 "verificationMethod": [
                    {"id": "#ES256", "type": "JsonWebKey", "controller": "%1$s", "publicKeyJwk": %2$s},
                    {"id": "%1$s#RS256", "type": "JsonWebKey", "controller": "%1$s", "publicKeyJwk": %3$s}],
                 "assertionMethod": ["%1$s#ES256", "#RS256"]}""".formatted(DID, Json.text(ecJwk()), Json.text(rsaJwk())));
    }

    private static JsonObject ecJwk() {
        var point = ((ECPublicKey) EC.getPublic()).getW();
        return Json.PROVIDER
                .createObjectBuilder()
                .add("kty", "EC")
                .add("crv", "P-256")
                .add("x", encode(unsigned(point.getAffineX(), 32)))
                .add("y", encode(unsigned(point.getAffineY(), 32)))
                .build();
    }

    private static JsonObject rsaJwk() {
        RSAPublicKey key = (RSAPublicKey) RSA.getPublic();
        return Json.PROVIDER
                .createObjectBuilder()
                .add("kty", "RSA")
                .add("n", encode(unsigned(key.getModulus(), 256)))
                .add("e", encode(unsigned(key.getPublicExponent(), 3)))
                .build();
    }

    private static byte[] unsigned(BigInteger number, int size) {
        byte[] bytes = number.toByteArray();
        byte[] result = new byte[size];
        int length = Math.min(size, bytes.length);
        System.arraycopy(bytes, bytes.length - length, result, size - length, length);
        return result;
    }

    private static String part(String text) {
        return encode(bytes(text));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
