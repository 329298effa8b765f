package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hostile signatures collected by Project Wycheproof, checked through our own keys.
class WycheproofTest {

    @ParameterizedTest
    @CsvSource({
        "ed25519_test, publicKeyJwk",
        "ecdsa_secp256r1_sha256_p1363_test, publicKeyJwk",
        "rsa_signature_2048_sha256_test, keyJwk"
    })
    void accepts_the_good_and_refuses_the_bad(String file, String keyMember) {
        List<JsonObject> groups = Json.objects(Vectors.json("wycheproof/" + file + ".json"), "testGroups");

        assertThat(groups.stream().flatMap(group -> surprises(group, keyMember)))
                .isEmpty();
    }

    /// The tests with another result than they should have; an "acceptable" one may go either way.
    private static Stream<String> surprises(JsonObject group, String keyMember) {
        VerificationKey key = Json.member(group, keyMember)
                .flatMap(VerificationKey::ofJwk)
                .orElseGet(() -> point(group.getJsonObject("publicKey")));
        return Json.objects(group, "tests").stream()
                .filter(test -> !test.getString("result").equals("acceptable"))
                .filter(test -> verifies(key, test) != test.getString("result").equals("valid"))
                .map(test -> test.getInt("tcId") + " " + test.getString("comment"));
    }

    /// Some groups give the curve point only.
    private static VerificationKey point(JsonObject key) {
        return new VerificationKey.Ec(new BigInteger(key.getString("wx"), 16), new BigInteger(key.getString("wy"), 16));
    }

    private static boolean verifies(VerificationKey key, JsonObject test) {
        HexFormat hex = HexFormat.of();
        return key.verifies(hex.parseHex(test.getString("msg")), hex.parseHex(test.getString("sig")));
    }
}
