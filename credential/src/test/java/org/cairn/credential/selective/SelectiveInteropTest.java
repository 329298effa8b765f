package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HexFormat;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.DigitalBazaar;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each role, issuer, holder and verifier, played by us and by Digital Bazaar's implementation, in every mixture.
class SelectiveInteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start("selective.mjs");
    private static final String NOW = Badges.NOW.toString();
    private static final String[] MANDATORY = {"/issuer", "/validFrom", "/credentialSubject/achievement/name"};
    private static final String[] SELECTED = {
        "/credentialSubject/id", "/credentialSubject/identifier/1", "/credentialSubject/result/0/value", "/validUntil"
    };

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @EnumSource
    void they_accept_what_we_sign_and_derive(Kind suite) {
        JsonObject derived = suite.derive(suite.sign(suite.aBadge(), MANDATORY), SELECTED);

        assertThat(theyVerify(suite, derived)).isEqualTo("");
    }

    @ParameterizedTest
    @EnumSource
    void they_derive_from_what_we_sign(Kind suite) {
        JsonObject derived = theyDerive(suite, suite.sign(aBadgeWithoutLists(suite), MANDATORY));

        assertThat(suite.accepts(derived)).isTrue();
        assertThat(theyVerify(suite, derived)).isEqualTo("");
    }

    @ParameterizedTest
    @EnumSource
    void we_derive_from_what_they_sign(Kind suite) {
        JsonObject derived = suite.derive(theySign(suite, aBadgeWithoutLists(suite)), SELECTED);

        assertThat(suite.accepts(derived)).isTrue();
        assertThat(theyVerify(suite, derived)).isEqualTo("");
    }

    @ParameterizedTest
    @EnumSource
    void we_accept_what_they_sign_and_derive(Kind suite) {
        assertThat(suite.accepts(theyDerive(suite, theySign(suite, aBadgeWithoutLists(suite)))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void both_reveal_the_same(Kind suite) {
        JsonObject base = suite.sign(aBadgeWithoutLists(suite), MANDATORY);

        assertThat(Secured.signed(theyDerive(suite, base))).isEqualTo(Secured.signed(suite.derive(base, SELECTED)));
    }

    @ParameterizedTest
    @EnumSource
    void they_accept_all_of_a_large_badge_with_lists_and_embedded_proofs(Kind suite) {
        JsonObject endorsement = Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER);
        JsonObject badge = suite.issuedByUs(Badges.aBadge()
                .with(Badges.withEverything(List.of(endorsement)))
                .toJson());
        JsonObject derived = suite.derive(
                suite.sign(badge, "/issuer"), "/credentialSubject", "/endorsement", "/evidence/0", "/name");

        assertThat(suite.accepts(derived)).isTrue();
        assertThat(theyVerify(suite, derived)).isEqualTo("");
    }

    @ParameterizedTest
    @EnumSource
    void both_refuse_what_was_changed_and_base_proofs(Kind suite) {
        JsonObject base = suite.sign(suite.aBadge(), MANDATORY);
        JsonObject changed = Json.PROVIDER
                .createPointer("/credentialSubject/id")
                .replace(suite.derive(base, SELECTED), Json.PROVIDER.createValue("urn:other"));

        assertThat(theyVerify(suite, changed)).isNotEmpty();
        assertThat(suite.accepts(changed)).isFalse();
        assertThat(theyVerify(suite, base)).isNotEmpty();
        assertThat(suite.accepts(base)).isFalse();
    }

    /// Their implementation cannot sign or derive what holds an ordered list, only verify it.
    private static JsonObject aBadgeWithoutLists(Kind suite) {
        return Json.PROVIDER
                .createPointer("/credentialSubject/achievement/resultDescription")
                .remove(suite.aBadge());
    }

    private static JsonObject theySign(Kind suite, JsonObject document) {
        JsonObjectBuilder request = request(suite, document)
                .add("mandatoryPointers", Json.PROVIDER.createArrayBuilder(List.of(MANDATORY)))
                .add("publicKeyMultibase", suite.didKey().substring("did:key:".length()))
                .add("secretKeyMultibase", secret(suite))
                .add("created", NOW);
        return credential(NODE.ask("sign", request));
    }

    private static JsonObject theyDerive(Kind suite, JsonObject base) {
        JsonObjectBuilder request =
                request(suite, base).add("selectivePointers", Json.PROVIDER.createArrayBuilder(List.of(SELECTED)));
        return credential(NODE.ask("derive", request));
    }

    /// What they have against it; empty when they accept it.
    private static String theyVerify(Kind suite, JsonObject credential) {
        JsonObject answer = NODE.ask("verify", request(suite, credential).add("now", NOW));
        return answer.getBoolean("verified", false) ? "" : answer.getString("error", "not verified");
    }

    private static JsonObjectBuilder request(Kind suite, JsonObject credential) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("suite", suite.cryptosuite())
                .add("credential", credential);
    }

    private static JsonObject credential(JsonObject answer) {
        assertThat(answer).doesNotContainKey("error");
        return answer.getJsonObject("credential");
    }

    private static String secret(Kind suite) {
        return switch (suite) {
            case ECDSA -> Kind.EC_KEY.exportSecretMultibase();
            case BBS ->
                Multibase.base58(
                        HexFormat.of().parseHex("8a26" + HexFormat.of().formatHex(Kind.BBS_KEY.exportSecretKey())));
        };
    }
}
