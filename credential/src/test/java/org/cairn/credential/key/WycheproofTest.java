package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile keys and signatures collected by Project Wycheproof, checked through our own keys.
class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ed25519_test",
                "ecdsa_secp256r1_sha256_p1363_test",
                "ecdsa_secp384r1_sha384_p1363_test",
                "rsa_signature_2048_sha256_test"
            })
    void accepts_the_good_and_refuses_the_bad(String file) {
        List<JsonObject> groups = Json.objects(Vectors.json("wycheproof/" + file + ".json"), "testGroups");

        assertThat(groups).isNotEmpty();
        assertThat(groups.stream().flatMap(group -> surprises(group, key(group))))
                .isEmpty();
    }

    @Test
    void signatures_in_der_are_no_signatures_here() {
        List<JsonObject> groups =
                Json.objects(Vectors.json("wycheproof/ecdsa_secp256r1_sha256_test.json"), "testGroups");

        assertThat(groups.stream()
                        .flatMap(group -> Json.objects(group, "tests").stream()
                                .filter(test -> verifies(key(group), test, "msg"))))
                .isEmpty();
    }

    /// Damaged, weak or misplaced keys. One key is broken by the ROCA flaw of its maker, which is not looked for here.
    @Test
    void no_key_is_made_of_a_bad_jwk() {
        List<JsonObject> groups = Json.objects(Vectors.json("wycheproof/json_web_key_test.json"), "testGroups");

        List<String> accepted = groups.stream()
                .filter(group -> rejected(group) && !group.getString("comment").contains("roca"))
                .filter(group -> Json.objects(group.getJsonObject("private"), "keys").stream()
                        .map(WycheproofTest::withoutSecret)
                        .anyMatch(jwk -> VerificationKey.ofJwk(jwk).isPresent()))
                .map(group -> group.getString("comment"))
                .toList();

        assertThat(groups).isNotEmpty();
        assertThat(accepted).containsOnly("jws_mixedSymmetryKeyset");
    }

    private static boolean rejected(JsonObject group) {
        return Json.objects(group, "tests").stream()
                .allMatch(test -> test.getString("result").equals("invalid"));
    }

    private static JsonObject withoutSecret(JsonObject jwk) {
        var known = Json.PROVIDER.createObjectBuilder(jwk);
        Stream.of("d", "p", "q", "dp", "dq", "qi").forEach(known::remove);
        return known.build();
    }

    /// The tests with another result than they should have; an "acceptable" one may go either way.
    private static Stream<String> surprises(JsonObject group, VerificationKey key) {
        return Json.objects(group, "tests").stream()
                .filter(test -> !test.getString("result").equals("acceptable"))
                .filter(test ->
                        verifies(key, test, "msg") != test.getString("result").equals("valid"))
                .map(test -> test.getInt("tcId") + " " + test.getString("comment"));
    }

    private static VerificationKey key(JsonObject group) {
        return Stream.of("publicKeyJwk", "keyJwk")
                .flatMap(name -> Json.member(group, name).stream())
                .findFirst()
                .flatMap(VerificationKey::ofJwk)
                .orElseGet(() -> point(group.getJsonObject("publicKey")));
    }

    /// Some groups give the curve point only.
    private static VerificationKey point(JsonObject key) {
        Curve curve = key.getString("curve").equals("secp256r1") ? Curve.P256 : Curve.P384;
        return EcPublicKey.ofCoordinates(curve, number(key, "wx", curve), number(key, "wy", curve))
                .orElseThrow();
    }

    private static byte[] number(JsonObject key, String name, Curve curve) {
        return BigIntegers.asUnsignedByteArray(curve.size(), new BigInteger(key.getString(name), 16));
    }

    private static boolean verifies(VerificationKey key, JsonObject test, String message) {
        return key.verifies(HEX.parseHex(test.getString(message)), HEX.parseHex(test.getString("sig")));
    }
}
