package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.ProofProblem;
import org.cairn.credential.proof.ProofResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is changed on a derived document or its proof, it is not accepted any more, and nothing is thrown.
class DisclosureTamperingTest {

    private static final Map<Kind, JsonObject> BASE = Map.of(Kind.ECDSA, base(Kind.ECDSA), Kind.BBS, base(Kind.BBS));
    private static final Map<Kind, JsonObject> SHOWN = Map.of(Kind.ECDSA, shown(Kind.ECDSA), Kind.BBS, shown(Kind.BBS));
    private static final EcdsaDerived ECDSA = EcdsaDerived.read(value(Kind.ECDSA));
    private static final BbsDerived BBS = BbsDerived.read(value(Kind.BBS));

    @ParameterizedTest
    @CsvSource({
        "/id, urn:uuid:other",
        "/issuer/id, did:example:other",
        "/issuer/name, Another university",
        "/validFrom, 2020-01-01T00:00:00Z",
        "/validUntil, 2030-01-01T00:00:00Z",
        "/credentialSubject/id, urn:invalid",
        "/credentialSubject/identifier/0/identityHash, Somebody else",
        "/credentialSubject/identifier/0/identityType, name2",
        "/credentialSubject/achievement/id, urn:other",
        "/credentialSubject/achievement/name, Brain surgery",
        "/credentialSubject/result/0/value, B",
        "/proof/created, 2020-01-01T00:00:00Z",
        "/proof/verificationMethod, did:example:other#key",
    })
    void no_changed_value_is_accepted(String pointer, String other) {
        for (Kind kind : Kind.values()) {
            JsonObject changed =
                    Json.PROVIDER.createPointer(pointer).replace(shownBy(kind), Json.PROVIDER.createValue(other));

            assertThat(kind.verify(changed)).as(kind + pointer).isNotInstanceOf(ProofResult.Intact.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_untouched_document_is_accepted(Kind kind) {
        assertThat(kind.verify(shownBy(kind))).isEqualTo(new ProofResult.Intact());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_shown_may_be_left_away_or_added(Kind kind) {
        JsonObject shown = shownBy(kind);

        assertThat(kind.accepts(removed(shown, "/validUntil"))).isFalse();
        assertThat(kind.accepts(removed(shown, "/validFrom"))).isFalse();
        assertThat(kind.accepts(removed(shown, "/credentialSubject/result/0/value")))
                .isFalse();
        assertThat(kind.accepts(removed(shown, "/credentialSubject/identifier")))
                .isFalse();
        assertThat(kind.accepts(removed(shown, "/issuer/name"))).isFalse();
        assertThat(kind.accepts(
                        Json.PROVIDER.createPointer("/description").add(shown, Json.PROVIDER.createValue("Added"))))
                .isFalse();
        assertThat(kind.accepts(Json.PROVIDER
                        .createPointer("/name")
                        .add(shown, baseOf(kind).getJsonString("name"))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_proof_of_one_showing_is_not_that_of_another(Kind kind) {
        JsonObject other = kind.derive(baseOf(kind), "/name");
        JsonObject mixed = Json.PROVIDER
                .createObjectBuilder(other)
                .add("proof", shownBy(kind).getJsonObject("proof"))
                .build();

        assertThat(kind.accepts(mixed)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void no_changed_byte_of_a_proof_is_accepted(Kind kind) {
        byte[] bytes = Multibase.decode(value(kind));

        List<Integer> accepted = IntStream.range(0, bytes.length)
                .filter(i -> i < 3 || i % 5 == 0 || i > bytes.length - 40)
                .filter(i -> kind.accepts(withValue(kind, Multibase.base64url(flipped(bytes, i)))))
                .boxed()
                .toList();

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_part_of_a_proof_and_no_other_spelling_is_accepted(Kind kind) {
        String value = value(kind);
        byte[] bytes = Multibase.decode(value);

        assertThat(List.of(
                        "",
                        "u",
                        "a",
                        value.substring(1),
                        value.substring(0, 5),
                        value.substring(0, value.length() / 2),
                        value + "A",
                        value + "=",
                        value.replaceFirst("^u", "z"),
                        "u" + value,
                        value.charAt(0) + value.substring(4),
                        Multibase.base64url(new byte[] {(byte) 0xd9, 0x5d, 1}),
                        Multibase.base64url(new byte[] {(byte) 0xd9, 0x5d, 3}),
                        Multibase.base64url(java.util.Arrays.copyOf(bytes, bytes.length + 1)),
                        Multibase.base64url(java.util.Arrays.copyOf(bytes, bytes.length - 1))))
                .noneMatch(other -> kind.accepts(withValue(kind, other)));
    }

    @ParameterizedTest
    @EnumSource
    void the_options_have_to_be_those_of_the_suite(Kind kind) {
        JsonObject shown = shownBy(kind);

        assertThat(problem(kind, option(shown, "cryptosuite", "invalid-cryptosuite")))
                .isEqualTo(ProofProblem.CRYPTOSUITE);
        assertThat(problem(kind, option(shown, "type", "Ed25519Signature2020"))).isEqualTo(ProofProblem.CRYPTOSUITE);
        assertThat(problem(kind, option(shown, "proofPurpose", "authentication")))
                .isEqualTo(ProofProblem.PURPOSE);
        assertThat(problem(kind, option(shown, "created", "yesterday"))).isEqualTo(ProofProblem.MALFORMED);
        assertThat(problem(kind, option(shown, "created", "2999-01-01T00:00:00Z")))
                .isEqualTo(ProofProblem.FROM_FUTURE);
        assertThat(problem(kind, option(shown, "expires", "2020-01-01T00:00:00Z")))
                .isEqualTo(ProofProblem.EXPIRED);
        assertThat(problem(kind, option(shown, "expires", "2999-01-01T00:00:00Z")))
                .isEqualTo(ProofProblem.SIGNATURE);
        assertThat(problem(kind, removed(shown, "/proof/type"))).isEqualTo(ProofProblem.MALFORMED);
        assertThat(problem(kind, removed(shown, "/proof/cryptosuite"))).isEqualTo(ProofProblem.CRYPTOSUITE);
        assertThat(problem(kind, removed(shown, "/proof/proofValue"))).isEqualTo(ProofProblem.MALFORMED);
        assertThat(problem(kind, removed(shown, "/proof/created"))).isEqualTo(ProofProblem.SIGNATURE);
        assertThat(problem(kind, option(shown, "nonce", "added"))).isEqualTo(ProofProblem.SIGNATURE);
    }

    @Test
    void neither_suite_takes_the_proof_of_the_other() {
        JsonObject bbs = option(shownBy(Kind.BBS), "cryptosuite", Kind.ECDSA.cryptosuite());
        JsonObject ecdsa = option(shownBy(Kind.ECDSA), "cryptosuite", Kind.BBS.cryptosuite());

        assertThat(Kind.ECDSA.accepts(bbs)).isFalse();
        assertThat(Kind.BBS.accepts(ecdsa)).isFalse();
        assertThat(Kind.verify(shownBy(Kind.BBS), Kind.ECDSA.key())).isNotInstanceOf(ProofResult.Intact.class);
        assertThat(Kind.verify(shownBy(Kind.ECDSA), Kind.BBS.key())).isNotInstanceOf(ProofResult.Intact.class);
    }

    @Test
    void the_key_has_to_be_the_issuers() {
        VerificationKey stranger = EcKey.generate(Curve.P256, Kind.RANDOM).publicKey();
        VerificationKey wrongCurve = EcKey.generate(Curve.P384, Kind.RANDOM).publicKey();
        VerificationKey otherBbs = BbsKey.generate(Kind.RANDOM).publicKey().general();

        assertThat(Kind.verify(shownBy(Kind.ECDSA), stranger)).isNotInstanceOf(ProofResult.Intact.class);
        assertThat(Kind.verify(shownBy(Kind.ECDSA), wrongCurve)).isNotInstanceOf(ProofResult.Intact.class);
        assertThat(Kind.verify(shownBy(Kind.BBS), otherBbs)).isNotInstanceOf(ProofResult.Intact.class);
    }

    @Test
    void no_changed_part_of_an_ecdsa_proof_is_accepted() {
        EcdsaBase stranger = EcdsaBase.read(Secured.value(base(Kind.ECDSA).getJsonObject("proof")));
        List<byte[]> swapped = new ArrayList<>(ECDSA.signatures());
        Collections.swap(swapped, 0, 1);

        assertThat(ecdsa(ECDSA.labels(), ECDSA.signatures(), ECDSA.mandatory())).isTrue();
        assertThat(ecdsa(ECDSA.labels(), swapped, ECDSA.mandatory())).isFalse();
        assertThat(ecdsa(ECDSA.labels(), ECDSA.signatures().subList(1, swapped.size()), ECDSA.mandatory()))
                .isFalse();
        assertThat(ecdsa(ECDSA.labels(), List.of(), ECDSA.mandatory())).isFalse();
        for (UnaryOperator<Map<String, String>> change :
                labelChanges(ECDSA.labels(), Multibase.base64url(new byte[32]))) {
            assertThat(ecdsa(change.apply(ECDSA.labels()), ECDSA.signatures(), ECDSA.mandatory()))
                    .isFalse();
        }
        for (List<Integer> places : placeChanges(ECDSA.mandatory())) {
            assertThat(ecdsa(ECDSA.labels(), ECDSA.signatures(), places)).isFalse();
        }
        EcdsaDerived otherKey = new EcdsaDerived(
                ECDSA.baseSignature(), stranger.proofKey(), ECDSA.signatures(), ECDSA.labels(), ECDSA.mandatory());
        assertThat(Kind.ECDSA.accepts(withValue(Kind.ECDSA, otherKey.proofValue())))
                .isFalse();
        EcdsaDerived otherSignature = new EcdsaDerived(
                stranger.baseSignature(), ECDSA.proofKey(), ECDSA.signatures(), ECDSA.labels(), ECDSA.mandatory());
        assertThat(Kind.ECDSA.accepts(withValue(Kind.ECDSA, otherSignature.proofValue())))
                .isFalse();
    }

    @Test
    void no_changed_part_of_a_bbs_proof_is_accepted() {
        assertThat(bbs(BBS.labels(), BBS.mandatory(), BBS.selective(), BBS.presentation()))
                .isTrue();
        assertThat(bbs(BBS.labels(), BBS.mandatory(), BBS.selective(), new byte[] {1}))
                .isFalse();
        for (UnaryOperator<Map<String, String>> change : labelChanges(BBS.labels(), "b99")) {
            assertThat(bbs(change.apply(BBS.labels()), BBS.mandatory(), BBS.selective(), BBS.presentation()))
                    .isFalse();
        }
        for (List<Integer> places : placeChanges(BBS.mandatory())) {
            assertThat(bbs(BBS.labels(), places, BBS.selective(), BBS.presentation()))
                    .isFalse();
        }
        for (List<Integer> places : placeChanges(BBS.selective())) {
            assertThat(bbs(BBS.labels(), BBS.mandatory(), places, BBS.presentation()))
                    .isFalse();
        }
    }

    /// Left away, added, swapped, and two made one.
    private static List<UnaryOperator<Map<String, String>>> labelChanges(Map<String, String> labels, String free) {
        String last = "c14n" + (labels.size() - 1);
        return List.of(
                map -> edited(map, copy -> copy.remove(last)),
                map -> edited(map, copy -> copy.put("c14n" + map.size(), free)),
                map -> edited(map, copy -> {
                    String first = map.getOrDefault("c14n0", "");
                    copy.put("c14n0", map.getOrDefault(last, ""));
                    copy.put(last, first);
                }),
                map -> edited(map, copy -> copy.put("c14n0", map.getOrDefault(last, ""))));
    }

    private static Map<String, String> edited(
            Map<String, String> map, java.util.function.Consumer<Map<String, String>> edit) {
        Map<String, String> copy = new HashMap<>(map);
        edit.accept(copy);
        return copy;
    }

    private static List<List<Integer>> placeChanges(List<Integer> places) {
        List<Integer> more = new ArrayList<>(places);
        more.add(1_000);
        List<Integer> huge = new ArrayList<>(places);
        huge.add(Integer.MAX_VALUE);
        List<Integer> twice = new ArrayList<>(places);
        twice.add(places.getLast());
        List<Integer> shifted = places.stream().map(place -> place + 1).toList();
        return List.of(places.subList(1, places.size()), List.of(), places.reversed(), twice, more, huge, shifted);
    }

    private static boolean ecdsa(Map<String, String> labels, List<byte[]> signatures, List<Integer> mandatory) {
        EcdsaDerived derived = new EcdsaDerived(ECDSA.baseSignature(), ECDSA.proofKey(), signatures, labels, mandatory);
        return Kind.ECDSA.accepts(withValue(Kind.ECDSA, derived.proofValue()));
    }

    private static boolean bbs(
            Map<String, String> labels, List<Integer> mandatory, List<Integer> selective, byte[] presentation) {
        BbsDerived derived = new BbsDerived(BBS.proof(), labels, mandatory, selective, presentation);
        return Kind.BBS.accepts(withValue(Kind.BBS, derived.proofValue()));
    }

    private static JsonObject baseOf(Kind kind) {
        return Objects.requireNonNull(BASE.get(kind));
    }

    private static JsonObject shownBy(Kind kind) {
        return Objects.requireNonNull(SHOWN.get(kind));
    }

    private static JsonObject base(Kind kind) {
        return kind.sign(kind.aBadge(), "/issuer", "/validFrom", "/credentialSubject/achievement/name");
    }

    private static JsonObject shown(Kind kind) {
        return kind.derive(
                baseOf(kind),
                "/validUntil",
                "/credentialSubject/id",
                "/credentialSubject/identifier/0",
                "/credentialSubject/result/0/value");
    }

    private static String value(Kind kind) {
        return Secured.value(shownBy(kind).getJsonObject("proof"));
    }

    private static JsonObject withValue(Kind kind, String value) {
        return option(shownBy(kind), "proofValue", value);
    }

    private static JsonObject option(JsonObject shown, String name, String value) {
        return Json.PROVIDER.createPointer("/proof/" + name).add(shown, Json.PROVIDER.createValue(value));
    }

    private static JsonObject removed(JsonObject shown, String pointer) {
        return Json.PROVIDER.createPointer(pointer).remove(shown);
    }

    private static ProofProblem problem(Kind kind, JsonObject changed) {
        return kind.verify(changed) instanceof ProofResult.Broken broken
                ? broken.problem()
                : org.assertj.core.api.Assertions.fail("accepted");
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] changed = bytes.clone();
        changed[index] ^= 1;
        return changed;
    }
}
