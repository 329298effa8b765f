package org.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both ways with other implementations of the suites that cover the whole document: what one signs the other accepts,
/// what is changed both refuse.
class SuiteInteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start("suites.mjs");
    private static final EcKey P256 = EcKey.generate(Curve.P256, new SecureRandom());
    private static final EcKey P384 = EcKey.generate(Curve.P384, new SecureRandom());

    /// Whose implementation of which suite, with which of our keys.
    enum Other {
        DIGITAL_BAZAAR_ECDSA_RDFC_P256("digitalbazaar", Suite.ECDSA_RDFC_2019),
        DIGITAL_BAZAAR_ECDSA_RDFC_P384("digitalbazaar", Suite.ECDSA_RDFC_2019),
        DIGITAL_BAZAAR_ECDSA_JCS_P256("digitalbazaar", Suite.ECDSA_JCS_2019),
        DIGITAL_BAZAAR_ECDSA_JCS_P384("digitalbazaar", Suite.ECDSA_JCS_2019),
        DIGITAL_BAZAAR_EDDSA_JCS("digitalbazaar", Suite.EDDSA_JCS_2022),
        DIGITAL_CREDENTIALS_EDDSA_RDFC("dcc", Suite.EDDSA_RDFC_2022);

        private final String by;
        private final Suite suite;

        Other(String by, Suite suite) {
            this.by = by;
            this.suite = suite;
        }

        SigningKey key() {
            return switch (this) {
                case DIGITAL_BAZAAR_ECDSA_RDFC_P256, DIGITAL_BAZAAR_ECDSA_JCS_P256 -> P256;
                case DIGITAL_BAZAAR_ECDSA_RDFC_P384, DIGITAL_BAZAAR_ECDSA_JCS_P384 -> P384;
                case DIGITAL_BAZAAR_EDDSA_JCS, DIGITAL_CREDENTIALS_EDDSA_RDFC -> Badges.UNIVERSITY;
            };
        }
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @EnumSource
    void they_accept_what_we_sign(Other other) {
        assertThat(theyRefuse(other, weSign(other))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void we_accept_what_they_sign(Other other) {
        assertThat(verdict(theySign(other))).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @EnumSource
    void both_refuse_what_was_changed(Other other) {
        List<JsonObject> signed = List.of(weSign(other), theySign(other));

        assertThat(signed).flatMap(SuiteInteropTest::changed).hasSize(8).allSatisfy(credential -> {
            assertThat(theyRefuse(other, credential)).isNotEmpty();
            assertThat(verdict(credential)).isEqualTo(Verdict.NOT_VALID);
        });
    }

    private static List<JsonObject> changed(JsonObject signed) {
        return List.of(
                with(signed, "/name", "Other"),
                with(signed, "/credentialSubject/achievement/name", "Data crimes"),
                with(signed, "/credentialSubject/identifier/1/identityHash", "Eve"),
                with(signed, "/proof/created", "2026-11-22T00:00:00Z"));
    }

    private static JsonObject with(JsonObject signed, String pointer, String text) {
        return Json.PROVIDER.createPointer(pointer).replace(signed, Json.PROVIDER.createValue(text));
    }

    private static JsonObject unsigned(Other other) {
        return with(Badges.aBadge().toJson(), "/issuer/id", other.key().didKey());
    }

    private static JsonObject weSign(Other other) {
        return Badges.INTEGRITY.sign(
                unsigned(other),
                other.key().signer(other.key().didKeyMethod()),
                ProofOptions.of(other.suite, Badges.NOW.minus(Duration.ofDays(1))));
    }

    private static JsonObject theySign(Other other) {
        JsonObjectBuilder request = request(other, unsigned(other))
                .add("publicKeyMultibase", other.key().publicMultibase())
                .add("secretKeyMultibase", other.key().exportSecretMultibase())
                .add("created", Badges.NOW.minus(Duration.ofDays(1)).toString());
        JsonObject answer = NODE.ask("sign", request);
        assertThat(answer).doesNotContainKey("error");
        return answer.getJsonObject("credential");
    }

    /// What they have against it; empty when they accept it.
    private static String theyRefuse(Other other, JsonObject credential) {
        JsonObject answer = NODE.ask("verify", request(other, credential).add("now", Badges.NOW.toString()));
        return answer.getBoolean("verified", false) ? "" : answer.getString("error", "not verified");
    }

    private static JsonObjectBuilder request(Other other, JsonObject credential) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("by", other.by)
                .add("suite", other.suite.id())
                .add("credential", credential);
    }

    private static Verdict verdict(JsonObject credential) {
        FakeOutside outside = new FakeOutside();
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW)
                .verify(Json.bytes(credential), "application/json")
                .verdict();
    }
}
