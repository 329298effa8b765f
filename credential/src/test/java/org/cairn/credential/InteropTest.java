package org.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.badge.ClrCredential;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ways with Digital Bazaar's implementation: what one signs the other accepts, what is changed both refuse.
class InteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start();
    private static final String NOW = Badges.NOW.toString();

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void they_accept_what_we_sign() {
        JsonObject endorsement = Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER);

        assertThat(NODE.verifies(Badges.signed(Badges.aBadge()), NOW)).isTrue();
        assertThat(NODE.verifies(Badges.signed(Badges.aBadge().with(Badges.withEverything(List.of(endorsement)))), NOW))
                .isTrue();
    }

    /// The same statements of the whole and of the credential in it.
    @Test
    void they_accept_our_learner_record() {
        JsonObject badge = Badges.signed(Badges.aBadge());
        JsonObject record = Badges.sign(
                new ClrCredential(
                                URI.create("urn:uuid:5d0a3a5c-6d1f-4a6c-8d3e-000000000001"),
                                "Record",
                                Badges.anIssuer(Badges.UNIVERSITY),
                                ClrCredential.Holder.of(URI.create("did:example:learner")),
                                ClrCredential.Contents.of(List.of(badge)),
                                Optional.of(true),
                                OpenBadge.Validity.from(Badges.NOW.minusSeconds(60)),
                                List.of())
                        .toJson(),
                Badges.UNIVERSITY);
        JsonObject changed = Json.PROVIDER
                .createPointer("/credentialSubject/verifiableCredential/0/name")
                .replace(record, Json.PROVIDER.createValue("Other"));

        assertThat(theyVerify(record)).isTrue();
        assertThat(theyVerify(changed)).isFalse();
    }

    private static boolean theyVerify(JsonObject record) {
        var contexts = Json.PROVIDER
                .createObjectBuilder()
                .add(
                        ClrCredential.CONTEXT,
                        Badges.CONTEXTS.document(ClrCredential.CONTEXT).orElseThrow());
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("credential", record)
                .add("now", NOW)
                .add("extra", contexts);
        return NODE.ask("verify", request).getBoolean("verified", false);
    }

    @Test
    void we_accept_what_they_sign() {
        JsonObject badge =
                Badges.aBadge().with(Badges.withEverything(List.of())).toJson();
        FakeOutside outside = new FakeOutside().with(Badges.STATUS_LIST, Badges.aStatusList("revocation", 1));

        assertThat(verdict(theySign(badge), outside)).isEqualTo(Verdict.VALID);
    }

    @Test
    void they_make_the_very_signature_we_make() {
        JsonObject badge = Badges.aBadge().toJson();

        assertThat(theySign(badge).getJsonObject("proof").getString("proofValue"))
                .isEqualTo(Badges.sign(badge, Badges.UNIVERSITY)
                        .getJsonObject("proof")
                        .getString("proofValue"));
    }

    @Test
    void both_accept_each_others_badges_of_the_older_model_and_refuse_changed_ones() {
        JsonObject ours = Badges.sign(Badges.anOldBadge(), Badges.UNIVERSITY);
        JsonObject theirs = theySign(Badges.anOldBadge());

        assertThat(List.of(ours, theirs)).allSatisfy(signed -> {
            JsonObject changed = Json.PROVIDER
                    .createPointer("/issuanceDate")
                    .replace(signed, Json.PROVIDER.createValue("2026-01-01T00:00:00Z"));
            assertThat(NODE.verifies(signed, NOW)).isTrue();
            assertThat(verdict(signed, new FakeOutside())).isEqualTo(Verdict.VALID);
            assertThat(NODE.verifies(changed, NOW)).isFalse();
            assertThat(verdict(changed, new FakeOutside())).isEqualTo(Verdict.NOT_VALID);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/name",
                "/validUntil",
                "/issuer/name",
                "/credentialSubject/id",
                "/credentialSubject/achievement/name",
                "/credentialSubject/identifier/1/identityHash",
                "/proof/created",
                "/credentialSubject/result/0/value"
            })
    void both_refuse_what_was_changed(String pointer) {
        JsonObject signed = Badges.signed(Badges.aBadge());
        String other = pointer.endsWith("created") || pointer.endsWith("Until") ? "2030-01-01T00:00:00Z" : "urn:other";
        JsonObject changed = Json.PROVIDER.createPointer(pointer).replace(signed, Json.PROVIDER.createValue(other));

        assertThat(NODE.verifies(changed, NOW)).isFalse();
        assertThat(verdict(changed, new FakeOutside())).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void they_read_our_status_list_as_we_do() {
        JsonObject badge = Badges.signed(
                Badges.aBadge().with(Badges.withStatus(new StatusEntry(Badges.STATUS_LIST, "revocation", 4711))));

        assertThat(theySeeTheBitSet(badge, aLastingStatusList(4712))).isFalse();
        assertThat(theySeeTheBitSet(badge, aLastingStatusList(4711))).isTrue();
    }

    /// Their library judges a list by today's clock, whatever day it is told.
    private static JsonObject aLastingStatusList(int set) {
        Bitstring bits = Bitstring.empty();
        bits.set(set, true);
        return Badges.sign(
                StatusListCredential.unsigned(
                        Badges.STATUS_LIST,
                        Badges.UNIVERSITY.didKey(),
                        "revocation",
                        bits,
                        Badges.NOW.minus(Duration.ofDays(1)),
                        Duration.ofDays(36_500)),
                Badges.UNIVERSITY);
    }

    @Test
    void they_read_single_bits_as_we_do() {
        Bitstring bits = Bitstring.empty();
        bits.set(9, true);

        assertThat(theirBit(bits, 9)).isTrue();
        assertThat(theirBit(bits, 8)).isFalse();
        assertThat(theirBit(bits, 14)).isFalse();
    }

    private static boolean theirBit(Bitstring bits, int index) {
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("encodedList", bits.encode())
                .add("index", index);
        return NODE.ask("decode", request).getBoolean("status");
    }

    private static boolean theySeeTheBitSet(JsonObject badge, JsonObject list) {
        var extra = Json.PROVIDER.createObjectBuilder().add(Badges.STATUS_LIST.toString(), list);
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("credential", badge)
                .add("now", NOW)
                .add("extra", extra);
        JsonObject answer = NODE.ask("verify", request);
        assertThat(answer.getBoolean("verified")).isTrue();
        return answer.getBoolean("set");
    }

    private static JsonObject theySign(JsonObject unsigned) {
        var request = Json.PROVIDER
                .createObjectBuilder()
                .add("credential", unsigned)
                .add("created", Badges.NOW.minus(java.time.Duration.ofDays(1)).toString())
                .add("seed", HexFormat.of().formatHex(Badges.UNIVERSITY.exportSecretKey()));
        return NODE.ask("sign", request).getJsonObject("credential");
    }

    private static Verdict verdict(JsonObject credential, FakeOutside outside) {
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW)
                .verify(Json.bytes(credential), "application/json")
                .verdict();
    }
}
