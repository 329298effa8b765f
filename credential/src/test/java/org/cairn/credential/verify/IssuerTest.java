package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.ISSUER;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.remove;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.DidDocument;
import org.cairn.credential.did.Multikey;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.junit.jupiter.api.Test;

class IssuerTest {

    private static final String DID = "did:web:uni.example.edu";
    private static final String KEY = DID + "#key-1";
    private static final URI PLACE = URI.create("https://uni.example.edu/.well-known/did.json");
    private static final Instant SIGNED = Badges.NOW.minus(Duration.ofDays(1));
    private static final Duration DAY = Duration.ofDays(1);

    private final JsonObject badge = Badges.INTEGRITY.sign(
            set(Badges.aBadge().toJson(), "/issuer/id", "'" + DID + "'"), Badges.UNIVERSITY.signer(KEY), SIGNED);

    @Test
    void a_did_web_issuer_with_the_key_in_its_document_is_confirmed() {
        assertLine(
                verifyWith(key(Optional.empty(), Optional.empty())),
                FindingCode.ISSUER_CONFIRMED,
                ISSUER,
                Verdict.VALID);
    }

    @Test
    void an_unreachable_document_is_neither_valid_nor_invalid() {
        VerificationReport report = verify(badge, new FakeOutside());

        assertLine(report, FindingCode.ISSUER_UNREACHABLE, ISSUER, Verdict.CANNOT_TELL);
        assertLine(report, FindingCode.KEY_NOT_AVAILABLE, INTEGRITY, Verdict.CANNOT_TELL);
    }

    @Test
    void a_document_that_is_gone_leaves_the_question_open() {
        assertLine(
                verify(badge, new FakeOutside().with(PLACE, new Fetched.Missing(404))),
                FindingCode.ISSUER_NOT_FOUND,
                ISSUER,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_document_of_another_is_no_document() {
        assertLine(
                verify(badge, new FakeOutside().with(PLACE, DidDocument.of("did:web:evil.example", List.of()))),
                FindingCode.ISSUER_DOCUMENT_INVALID,
                ISSUER,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_key_the_document_does_not_list_is_not_the_issuers() {
        assertLine(
                verifyWith(DidDocument.of(DID, List.of())),
                FindingCode.ISSUER_KEY_NOT_LISTED,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @Test
    void a_key_listed_for_something_else_does_not_issue_credentials() {
        JsonObject document = set(key(Optional.empty(), Optional.empty()), "/assertionMethod", "[]");

        assertLine(verifyWith(document), FindingCode.ISSUER_KEY_NOT_FOR_CREDENTIALS, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_key_under_another_controller_is_not_the_issuers() {
        JsonObject document = set(
                key(Optional.empty(), Optional.empty()), "/verificationMethod/0/controller", "'did:web:evil.example'");

        assertLine(verifyWith(document), FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    /// Whoever runs a site can write the issuer's name beside his own key in his own document.
    @Test
    void a_document_elsewhere_cannot_speak_for_the_issuer() {
        String evil = "did:web:evil.example";
        JsonObject forged = Badges.INTEGRITY.sign(
                set(Badges.aBadge().toJson(), "/issuer/id", "'" + DID + "'"),
                Badges.STRANGER.signer(evil + "#key-1"),
                SIGNED);
        JsonObject document = set(
                DidDocument.of(evil, List.of(Multikey.current(evil + "#key-1", Badges.STRANGER.publicMultibase()))),
                "/verificationMethod/0/controller",
                "'" + DID + "'");
        FakeOutside world = new FakeOutside()
                .with(URI.create("https://evil.example/.well-known/did.json"), document)
                .with(PLACE, key(Optional.empty(), Optional.empty()));

        assertLine(verify(forged, world), FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_key_of_elsewhere_that_a_document_lists_cannot_speak_for_the_issuer_either() {
        String evil = "did:web:evil.example";
        JsonObject forged = Badges.INTEGRITY.sign(
                set(Badges.aBadge().toJson(), "/issuer/id", "'" + DID + "'"),
                Badges.STRANGER.signer(DID + "#key-9"),
                SIGNED);
        JsonObject document = set(
                DidDocument.of(evil, List.of(Multikey.current(evil + "#key-1", Badges.STRANGER.publicMultibase()))),
                "/verificationMethod/0",
                "{'id': '" + DID + "#key-9', 'type': 'Multikey', 'controller': '" + DID + "', 'publicKeyMultibase': '"
                        + Badges.STRANGER.publicMultibase() + "'}");
        FakeOutside world = new FakeOutside()
                .with(URI.create("https://evil.example/.well-known/did.json"), document)
                .with(PLACE, key(Optional.empty(), Optional.empty()));

        assertLine(verify(forged, world), FindingCode.ISSUER_KEY_NOT_LISTED, ISSUER, Verdict.NOT_VALID);
    }

    /// Anybody can write into their own document that a key is the university's.
    @Test
    void a_key_that_a_stranger_says_is_the_issuers_is_not() {
        String evil = "did:web:evil.example";
        JsonObject document = set(
                DidDocument.of(evil, List.of(Multikey.current(evil + "#k", Badges.STRANGER.publicMultibase()))),
                "/verificationMethod/0/controller",
                "'" + DID + "'");
        JsonObject forged = Badges.INTEGRITY.sign(
                set(Badges.aBadge().toJson(), "/issuer/id", "'" + DID + "'"),
                Badges.STRANGER.signer(evil + "#k"),
                SIGNED);
        FakeOutside outside = new FakeOutside().with(URI.create("https://evil.example/.well-known/did.json"), document);

        assertLine(verify(forged, outside), FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_key_exchanged_in_the_document_breaks_the_signature() {
        JsonObject document = DidDocument.of(DID, List.of(Multikey.current(KEY, Badges.STRANGER.publicMultibase())));

        assertLine(verifyWith(document), FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void what_was_signed_before_a_key_retired_stays_valid() {
        assertLine(
                verifyWith(key(Optional.of(SIGNED.plus(DAY)), Optional.of(SIGNED.plus(DAY)))),
                FindingCode.ISSUER_CONFIRMED,
                ISSUER,
                Verdict.VALID);
    }

    @Test
    void what_was_signed_after_a_key_was_revoked_is_not_valid() {
        assertLine(
                verifyWith(key(Optional.empty(), Optional.of(SIGNED.minus(DAY)))),
                FindingCode.ISSUER_KEY_REVOKED,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @Test
    void what_was_signed_after_a_key_expired_is_not_valid() {
        assertLine(
                verifyWith(key(Optional.of(SIGNED.minus(DAY)), Optional.empty())),
                FindingCode.ISSUER_KEY_EXPIRED,
                ISSUER,
                Verdict.NOT_VALID);
    }

    /// The key was good on the day of the signature, is revoked since, and the question is about either day.
    @Test
    void a_credential_can_be_checked_as_of_an_earlier_day() {
        JsonObject signedLate = Badges.INTEGRITY.sign(
                set(Badges.aBadge().toJson(), "/issuer/id", "'" + DID + "'"),
                Badges.UNIVERSITY.signer(KEY),
                Badges.NOW.minusSeconds(60));
        FakeOutside outside = new FakeOutside()
                .with(PLACE, key(Optional.empty(), Optional.of(Badges.NOW.minus(Duration.ofHours(1)))));
        Verifier verifier = Checking.verifier(outside);

        assertThat(verifier.asOf(SIGNED).verify(Json.bytes(badge), "").verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(verifier.verify(Json.bytes(badge), "").verdict()).isEqualTo(Verdict.VALID);
        assertThat(verifier.verify(Json.bytes(signedLate), "").verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(Checking.codes(verifier.asOf(SIGNED.minus(DAY)).verify(Json.bytes(badge), ""), INTEGRITY))
                .containsExactly(FindingCode.PROOF_FROM_FUTURE);
        assertThat(Checking.codes(
                        verifier.asOf(Badges.NOW.plus(Duration.ofDays(400))).verify(Json.bytes(badge), ""),
                        Check.VALIDITY_PERIOD))
                .containsExactly(FindingCode.PERIOD_ENDED);
    }

    @Test
    void a_key_whose_end_cannot_be_read_is_not_trusted() {
        JsonObject document = set(key(Optional.empty(), Optional.empty()), "/verificationMethod/0/revoked", "'soon'");

        assertLine(verifyWith(document), FindingCode.ISSUER_DOCUMENT_INVALID, ISSUER, Verdict.CANNOT_TELL);
    }

    /// The key is one of secp256k1.
    @Test
    void a_key_of_an_unknown_kind_cannot_be_used() {
        assertLine(
                verifyWith(keyOfTheBadge("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme")),
                FindingCode.KEY_UNSUPPORTED,
                INTEGRITY,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_key_that_the_suite_does_not_sign_with_breaks_the_signature() {
        assertLine(
                verifyWith(keyOfTheBadge("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")),
                FindingCode.PROOF_INVALID,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    private static JsonObject keyOfTheBadge(String multibase) {
        return set(
                key(Optional.empty(), Optional.empty()),
                "/verificationMethod/0/publicKeyMultibase",
                "'" + multibase + "'");
    }

    @Test
    void a_key_embedded_under_assertion_method_with_a_relative_id_is_found() {
        JsonObject embedded = set(
                DidDocument.of(DID, List.of()),
                "/assertionMethod/-",
                "{'id': '#key-1', 'type': 'Multikey', 'controller': '" + DID + "', 'publicKeyMultibase': '"
                        + Badges.UNIVERSITY.publicMultibase() + "'}");

        assertLine(verifyWith(embedded), FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
    }

    @Test
    void a_did_method_we_do_not_know_leaves_the_question_open() {
        JsonObject ebsi = Badges.INTEGRITY.sign(
                set(Badges.aBadge().toJson(), "/issuer/id", "'did:ebsi:z1'"),
                Badges.UNIVERSITY.signer("did:ebsi:z1#k"),
                SIGNED);

        assertLine(verify(ebsi), FindingCode.ISSUER_METHOD_UNSUPPORTED, ISSUER, Verdict.CANNOT_TELL);
    }

    @Test
    void a_badge_without_issuer_is_not_valid() {
        JsonObject nobody = Badges.sign(remove(Badges.aBadge().toJson(), "/issuer/id"), Badges.UNIVERSITY);

        assertLine(verify(nobody), FindingCode.ISSUER_MISSING, ISSUER, Verdict.NOT_VALID);
    }

    private static JsonObject key(Optional<Instant> expires, Optional<Instant> revoked) {
        return DidDocument.of(DID, List.of(new Multikey(KEY, Badges.UNIVERSITY.publicMultibase(), expires, revoked)));
    }

    private VerificationReport verifyWith(JsonObject document) {
        return verify(badge, new FakeOutside().with(PLACE, document));
    }
}
