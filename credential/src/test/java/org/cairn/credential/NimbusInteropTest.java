package org.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import org.cairn.credential.did.Dids;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.OpenBadgeJwt;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both ways with Nimbus JOSE + JWT, the tokens of most Java servers. Its Ed25519 needs a further library; the other
/// implementations cover that.
class NimbusInteropTest {

    @ParameterizedTest
    @EnumSource
    void they_accept_our_tokens_and_refuse_changed_ones(Curve curve) throws JOSEException, ParseException {
        EcKey key = EcKey.generate(curve, new SecureRandom());
        Signer signer = key.signer(key.didKeyMethod());
        String badge = OpenBadgeJwt.sign(badgeOf(key.didKey()), signer).compact();
        String credential = JoseCredential.sign(badgeOf(key.didKey()), signer).compact();
        JWK jwk = JWK.parse(Json.text(key.publicKey().toJwk()));

        assertThat(theyVerify(badge, jwk)).isTrue();
        assertThat(theyVerify(credential, jwk)).isTrue();
        assertThat(theyVerify(changed(badge), jwk)).isFalse();
        assertThat(theyVerify(changed(credential), jwk)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void we_accept_their_tokens_and_refuse_changed_ones(Curve curve) throws JOSEException, ParseException {
        EcKey key = EcKey.generate(curve, new SecureRandom());
        JWK jwk = JWK.parse(Json.text(Json.PROVIDER
                .createObjectBuilder(key.publicKey().toJwk())
                .add("d", Base64Url.encode(key.exportSecretKey()))
                .build()));
        JWSAlgorithm algorithm = curve == Curve.P256 ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384;
        String token = theySign(badgeOf(key.didKey()), algorithm, "vc+jwt", key.didKeyMethod(), jwk);

        assertThat(verdict(token)).isEqualTo(Verdict.VALID);
        assertThat(verdict(changed(token))).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void we_accept_their_rsa_token_in_the_open_badges_profile() throws JOSEException, ParseException {
        JWK jwk = new RSAKeyGenerator(2048).generate();
        String did = "did:jwk:" + Base64Url.encode(bytes(jwk.toPublicJWK().toJSONString()));
        String ours = OpenBadgeJwt.sign(badgeOf(did), Badges.UNIVERSITY.signer("unused"))
                .compact();
        JsonObject claims = Json.object(Base64Url.decode(ours.split("\\.", 3)[1]));
        String token = theySign(claims, JWSAlgorithm.RS256, "JWT", did + "#0", jwk);

        assertThat(verdict(token)).isEqualTo(Verdict.VALID);
        assertThat(verdict(changed(token))).isEqualTo(Verdict.NOT_VALID);
    }

    private static boolean theyVerify(String token, JWK jwk) throws JOSEException, ParseException {
        JWSObject parsed = JWSObject.parse(token);
        return parsed.verify(new DefaultJWSVerifierFactory()
                .createJWSVerifier(parsed.getHeader(), ((AsymmetricJWK) jwk).toPublicKey()));
    }

    private static String theySign(JsonObject claims, JWSAlgorithm algorithm, String type, String kid, JWK jwk)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .keyID(kid)
                .build();
        JWSObject token = new JWSObject(header, new Payload(Json.text(claims)));
        token.sign(new DefaultJWSSignerFactory().createJWSSigner(jwk, algorithm));
        return token.serialize();
    }

    private static JsonObject badgeOf(String issuer) {
        return Json.PROVIDER
                .createPointer("/issuer/id")
                .replace(Badges.aBadge().toJson(), Json.PROVIDER.createValue(issuer));
    }

    /// The same token with another payload of the same form.
    private static String changed(String token) {
        String[] parts = token.split("\\.", 3);
        String payload = new String(Base64Url.decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + Base64Url.encode(bytes(payload.replace("Data ethics", "Data crimes"))) + "." + parts[2];
    }

    private static Verdict verdict(String token) {
        FakeOutside outside = new FakeOutside();
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW)
                .verify(bytes(token), "text/plain")
                .verdict();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
