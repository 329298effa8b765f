package org.cairn.credential.jose;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.VerificationKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Project Wycheproof's hostile tokens and keys. Tokens in ways of signing that are not supported here have to be
/// refused, valid or not.
class WycheproofTest {

    private static final Set<String> SUPPORTED = Set.of("EdDSA", "ES256", "ES384", "RS256");

    @ParameterizedTest
    @CsvSource({"json_web_signature_test, 10", "json_web_key_test, 1"})
    void accepts_the_good_and_refuses_the_bad(String file, int accepted) {
        List<JsonObject> groups = Json.objects(Vectors.json("wycheproof/" + file + ".json"), "testGroups");

        assertThat(groups.stream().flatMap(WycheproofTest::surprises)).isEmpty();
        assertThat(groups.stream().flatMap(WycheproofTest::accepted)).hasSize(accepted);
    }

    private static Stream<String> surprises(JsonObject group) {
        return Json.objects(group, "tests").stream()
                .filter(test -> isAccepted(group, test) != isExpected(test))
                .map(test -> test.getInt("tcId") + " " + test.getString("comment") + " "
                        + group.getString("comment", "") + " " + test.getString("jws"));
    }

    private static Stream<JsonObject> accepted(JsonObject group) {
        return Json.objects(group, "tests").stream().filter(test -> isAccepted(group, test));
    }

    private static boolean isExpected(JsonObject test) {
        return test.getString("result").equals("valid")
                && algorithm(test).filter(SUPPORTED::contains).isPresent();
    }

    private static Optional<String> algorithm(JsonObject test) {
        try {
            return Optional.of(Jws.read(test.getString("jws")).algorithm());
        } catch (MalformedTokenException e) {
            return Optional.empty();
        }
    }

    private static boolean isAccepted(JsonObject group, JsonObject test) {
        Optional<VerificationKey> key = Json.member(group, "public")
                .map(found -> Json.objects(found, "keys").stream().findFirst().orElse(found))
                .flatMap(VerificationKey::ofJwk);
        try {
            Jws token = Jws.read(test.getString("jws"));
            return key.isPresent() && token.problem(key.get()).isEmpty();
        } catch (MalformedTokenException e) {
            return false;
        }
    }
}
