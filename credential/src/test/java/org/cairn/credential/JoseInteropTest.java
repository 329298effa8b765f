package org.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.cairn.credential.did.Dids;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.OpenBadgeJwt;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Both ways with implementations of signed tokens that others wrote, jose and did-jwt-vc, and with the older kind of
/// proof.
class JoseInteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start("jose.mjs");
    private static final long NOW = Badges.NOW.getEpochSecond();
    private static final EcKey P256 = EcKey.generate(Curve.P256, new SecureRandom());
    private static final EcKey P384 = EcKey.generate(Curve.P384, new SecureRandom());
    private static final Signer UNIVERSITY = Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod());
    private static final JsonObject CLAIMS = Json.object("""
            {"vct": "https://uni.example.edu/microcredential", "iss": "%s", "iat": %d, "name": "Data ethics",
             "person": {"given": "Ada", "family": "Lovelace"}, "skills": ["ethics", "data", "law"]}""".formatted(Badges.UNIVERSITY.didKey(), NOW - 1000));

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void jose_accepts_our_tokens_with_every_kind_of_key() {
        assertThat(joseVerifies(Badges.UNIVERSITY)).isTrue();
        assertThat(joseVerifies(P256)).isTrue();
        assertThat(joseVerifies(P384)).isTrue();
    }

    @Test
    void we_accept_joses_tokens_with_every_kind_of_key() {
        assertThat(joseSigns("EdDSA", Badges.UNIVERSITY).problem(Badges.UNIVERSITY.publicKey()))
                .isEmpty();
        assertThat(joseSigns("ES256", P256).problem(P256.publicKey())).isEmpty();
        assertThat(joseSigns("ES384", P384).problem(P384.publicKey())).isEmpty();
    }

    @Test
    void jose_accepts_our_badges_and_credentials_and_we_theirs() {
        String ours = OpenBadgeJwt.sign(Badges.aBadge().toJson(), UNIVERSITY).compact();
        String jose = JoseCredential.sign(Badges.aBadge().toJson(), UNIVERSITY).compact();
        JsonObject header = Json.object("{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"cty\":\"vc\",\"kid\":\"%s\"}"
                .formatted(Badges.UNIVERSITY.didKeyMethod()));
        String theirs = sign(Badges.aBadge().toJson(), header, Badges.UNIVERSITY);

        assertThat(verifies(ours, Badges.UNIVERSITY)).isTrue();
        assertThat(verifies(jose, Badges.UNIVERSITY)).isTrue();
        assertThat(report(ours).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(jose).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(theirs).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(Json.text(JoseCredential.envelope(Jws.read(jose)))).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void both_refuse_a_changed_token() {
        String ours = changed(
                JoseCredential.sign(Badges.aBadge().toJson(), UNIVERSITY).compact());
        JsonObject header = Json.object(
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\"%s\"}".formatted(Badges.UNIVERSITY.didKeyMethod()));
        String theirs = changed(sign(Badges.aBadge().toJson(), header, Badges.UNIVERSITY));

        assertThat(verifies(ours, Badges.UNIVERSITY)).isFalse();
        assertThat(verifies(theirs, Badges.UNIVERSITY)).isFalse();
        assertThat(report(ours).verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report(theirs).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void did_jwt_vc_accepts_our_badge_of_the_older_model() {
        String token = OpenBadgeJwt.sign(Badges.anOldBadge(), UNIVERSITY).compact();

        JsonObject answer = NODE.ask("verifyVc", vc(token));

        assertThat(answer.getBoolean("verified")).as(answer.toString()).isTrue();
        assertThat(NODE.ask("verifyVc", vc(changed(token))).getBoolean("verified"))
                .isFalse();
    }

    @Test
    void we_accept_what_did_jwt_vc_signs_with_and_without_the_name_of_the_key() {
        String anonymous = issueVc(Optional.empty());
        String named = issueVc(Optional.of(Badges.UNIVERSITY.didKeyMethod()));

        assertThat(report(anonymous).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(named).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(changed(named)).verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(NODE.ask("verifyVc", vc(named)).getBoolean("verified")).isTrue();
        assertThat(NODE.ask("verifyVc", vc(changed(named))).getBoolean("verified"))
                .isFalse();
    }

    @Test
    void we_accept_their_legacy_proof_and_notice_changes() {
        JsonObject signed = signLegacy();
        JsonObject changed = Json.PROVIDER
                .createPointer("/credentialSubject/achievement/name")
                .replace(signed, Json.PROVIDER.createValue("Data crimes"));
        JsonObject redated = Json.PROVIDER
                .createPointer("/proof/created")
                .replace(signed, Json.PROVIDER.createValue("2026-01-01T00:00:00Z"));

        assertThat(signed.getJsonObject("proof").getString("type")).isEqualTo("Ed25519Signature2020");
        assertThat(report(Json.text(signed)).verdict())
                .as(report(Json.text(signed)).findings().toString())
                .isEqualTo(Verdict.VALID);
        assertThat(report(Json.text(changed)).verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report(Json.text(redated)).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private static JsonObject signLegacy() {
        JsonObject unsigned = Json.PROVIDER
                .createPointer("/@context/-")
                .add(
                        Badges.anOldBadge(),
                        Json.PROVIDER.createValue("https://w3id.org/security/suites/ed25519-2020/v1"));
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("credential", unsigned)
                .add("seed", HexFormat.of().formatHex(Badges.UNIVERSITY.exportSecretKey()))
                .add("created", Badges.NOW.minus(Duration.ofDays(1)).toString());
        return NODE.ask("signLegacy", request).getJsonObject("credential");
    }

    private static boolean joseVerifies(SigningKey key) {
        return verifies(
                Jws.sign(JsonObject.EMPTY_JSON_OBJECT, CLAIMS, key.signer("x")).compact(), key);
    }

    private static boolean verifies(String token, SigningKey key) {
        var request = Json.PROVIDER.createObjectBuilder().add("token", token).add("jwk", jwk(key));
        return NODE.ask("verify", request).getBoolean("verified");
    }

    private static Jws joseSigns(String algorithm, SigningKey key) {
        return Jws.read(sign(CLAIMS, Json.object("{\"alg\":\"" + algorithm + "\"}"), key));
    }

    private static String sign(JsonObject claims, JsonObject header, SigningKey key) {
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("claims", claims)
                .add("header", header)
                .add("jwk", secret(key));
        return NODE.ask("sign", request).getString("token");
    }

    private static String issueVc(Optional<String> kid) {
        JsonObjectBuilder request = Json.PROVIDER
                .createObjectBuilder()
                .add("payload", Badges.anOldBadge())
                .add("did", Badges.UNIVERSITY.didKey())
                .add("jwk", secret(Badges.UNIVERSITY));
        kid.ifPresent(name -> request.add("kid", name));
        return NODE.ask("issueVc", request).getString("token");
    }

    private static JsonObjectBuilder vc(String token) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("token", token)
                .add("did", Badges.UNIVERSITY.didKey())
                .add("jwk", jwk(Badges.UNIVERSITY))
                .add("now", NOW);
    }

    /// The same token with another payload of the same form.
    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String payload =
                new String(Base64Url.decode(parts[1]), StandardCharsets.UTF_8).replace("Data ethics", "Data crimes");
        return parts[0] + "." + Base64Url.encode(bytes(payload)) + "." + parts[2];
    }

    private static JsonObject jwk(SigningKey key) {
        return key.publicKey().toJwk();
    }

    private static JsonObject secret(SigningKey key) {
        return Json.PROVIDER
                .createObjectBuilder(jwk(key))
                .add("d", Base64Url.encode(key.exportSecretKey()))
                .build();
    }

    private static VerificationReport report(String upload) {
        return verifier().verify(bytes(upload), "");
    }

    private static Verifier verifier() {
        FakeOutside outside = new FakeOutside();
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
