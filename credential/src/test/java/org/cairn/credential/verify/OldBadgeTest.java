package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Check.HOLDER;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.ISSUER;
import static org.cairn.credential.verify.Check.SCHEMA;
import static org.cairn.credential.verify.Check.STATUS;
import static org.cairn.credential.verify.Check.VALIDITY_PERIOD;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.remove;
import static org.cairn.credential.verify.Checking.set;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.OldBadges;
import org.cairn.credential.RsaSigner;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Open Badges 2.0: hosted, signed and baked.
class OldBadgeTest {

    private static final RsaSigner KEY = new RsaSigner("x");
    private static final URI ASSERTION = OldBadges.ASSERTION;

    @Test
    void a_hosted_badge_is_valid_where_its_issuer_publishes() {
        VerificationReport report = verify(OldBadges.hosted(), OldBadges.web(KEY));

        assertLine(report, FindingCode.HOSTED_CONFIRMED, INTEGRITY, Verdict.VALID);
        assertLine(report, FindingCode.HOST_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(report, FindingCode.STATUS_GOOD, STATUS, Verdict.VALID);
        assertLine(report, FindingCode.OLD_BADGE_CONFORMS, SCHEMA, Verdict.VALID);
        assertThat(report.summary().achievement().name()).contains("Welding");
        assertThat(report.summary().issuer().name()).contains("Old School");
    }

    @ParameterizedTest
    @CsvSource({
        "/issuedOn, '2020-01-01T00:00:00Z', issuedOn",
        "/narrative, 'With honours', narrative",
        "/recipient/identity, 'eve@example.org', recipient",
        "/badge, 'https://old.example.edu/badges/2', badge"
    })
    void a_copy_that_says_something_else_than_what_is_published_is_not_valid(String at, String value, String member) {
        VerificationReport report = verify(set(OldBadges.hosted(), at, "'" + value + "'"), OldBadges.web(KEY));

        assertLine(report, FindingCode.HOSTED_DIFFERS, INTEGRITY, Verdict.NOT_VALID);
        assertThat(report.findings(INTEGRITY).getFirst().args()).contains(member);
    }

    @Test
    void a_copy_with_a_picture_or_an_embedded_badge_is_the_same() {
        JsonObject copy = set(
                set(OldBadges.hosted(), "/image", "'data:image/png;base64,AAAA'"),
                "/badge",
                Json.text(OldBadges.badge()));

        assertLine(verify(copy, OldBadges.web(KEY)), FindingCode.HOSTED_CONFIRMED, INTEGRITY, Verdict.VALID);
    }

    @Test
    void somebody_elses_site_cannot_award_the_issuers_badges() {
        URI place = URI.create("https://attacker.example/assertions/1");
        JsonObject forged = set(OldBadges.hosted(), "/id", "'" + place + "'");

        assertLine(
                verify(forged, OldBadges.web(KEY).with(place, forged)),
                FindingCode.HOST_OF_ANOTHER,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @Test
    void an_embedded_issuer_cannot_speak_for_itself() {
        URI place = URI.create("https://attacker.example/assertions/1");
        JsonObject profile = set(OldBadges.issuer(), "/verification", "{'allowedOrigins':'attacker.example'}");
        JsonObject badge = set(OldBadges.badge(), "/issuer", Json.text(profile));
        JsonObject forged = set(set(OldBadges.hosted(), "/id", "'" + place + "'"), "/badge", Json.text(badge));

        assertLine(
                verify(forged, OldBadges.web(KEY).with(place, forged)),
                FindingCode.HOST_OF_ANOTHER,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'startsWith':'https://old.example.edu/assertions/'} | HOST_CONFIRMED",
                "{'startsWith':['https://x.example/','https://old.example.edu/assertions/']} | HOST_CONFIRMED",
                "{'startsWith':'https://old.example.edu/others/'} | HOST_OF_ANOTHER",
                "{'startsWith':'https://old.example'} | HOST_OF_ANOTHER",
                "{'startsWith':''} | HOST_OF_ANOTHER",
                "{'startsWith':[]} | HOST_OF_ANOTHER",
                "{'allowedOrigins':'old.example.edu'} | HOST_CONFIRMED",
                "{'allowedOrigins':['https://old.example.edu']} | HOST_CONFIRMED",
                "{'allowedOrigins':'example.edu'} | HOST_OF_ANOTHER",
                "{'allowedOrigins':'old.example.edu','startsWith':'https://old.example.edu/others/'} | HOST_OF_ANOTHER"
            })
    void the_issuers_rules_of_hosting_count(String rules, FindingCode code) {
        JsonObject issuer = set(OldBadges.issuer(), "/verification", rules);
        FakeOutside outside = OldBadges.web(KEY).with(OldBadges.ISSUER, issuer);

        assertThat(Checking.codes(verify(OldBadges.hosted(), outside), ISSUER)).containsExactly(code);
    }

    @Test
    void a_revoked_hosted_badge_is_told() {
        FakeOutside gone = OldBadges.web(KEY).with(ASSERTION, new Fetched.Missing(410));
        FakeOutside marked = OldBadges.web(KEY).with(ASSERTION, set(OldBadges.hosted(), "/revoked", "true"));

        assertLine(verify(OldBadges.hosted(), gone), FindingCode.STATUS_REVOKED, STATUS, Verdict.NOT_VALID);
        assertLine(verify(OldBadges.hosted(), marked), FindingCode.STATUS_REVOKED, STATUS, Verdict.NOT_VALID);
    }

    @Test
    void a_badge_that_cannot_be_looked_up_leaves_the_question_open() {
        FakeOutside missing = OldBadges.web(KEY).with(ASSERTION, new Fetched.Missing(404));
        FakeOutside down = OldBadges.web(KEY).with(ASSERTION, new Fetched.Unreachable("timeout"));
        FakeOutside noIssuer = OldBadges.web(KEY).with(OldBadges.ISSUER, new Fetched.Unreachable("timeout"));

        assertLine(verify(OldBadges.hosted(), missing), FindingCode.HOSTED_MISSING, INTEGRITY, Verdict.CANNOT_TELL);
        assertLine(verify(OldBadges.hosted(), down), FindingCode.HOSTED_UNREACHABLE, INTEGRITY, Verdict.CANNOT_TELL);
        assertLine(verify(OldBadges.hosted(), noIssuer), FindingCode.ISSUER_UNREACHABLE, ISSUER, Verdict.CANNOT_TELL);
    }

    @Test
    void another_document_at_the_address_is_not_it() {
        FakeOutside other = OldBadges.web(KEY).with(ASSERTION, set(OldBadges.hosted(), "/id", "'https://x.example/1'"));

        assertLine(verify(OldBadges.hosted(), other), FindingCode.HOSTED_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void an_expired_or_incomplete_badge_is_told() {
        JsonObject expired = set(OldBadges.hosted(), "/expires", "'2021-01-01T00:00:00Z'");
        JsonObject nobodys = remove(OldBadges.hosted(), "/recipient");

        assertLine(
                verify(expired, OldBadges.web(KEY).with(ASSERTION, expired)),
                FindingCode.PERIOD_ENDED,
                VALIDITY_PERIOD,
                Verdict.NOT_VALID);
        assertLine(
                verify(nobodys, OldBadges.web(KEY).with(ASSERTION, nobodys)),
                FindingCode.OLD_BADGE_VIOLATED,
                SCHEMA,
                Verdict.NOT_VALID);
    }

    @Test
    void a_signed_badge_is_valid_by_the_key_in_the_issuers_profile() {
        VerificationReport report = verify(OldBadges.signed(KEY), OldBadges.web(KEY));

        assertLine(report, FindingCode.PROOF_VALID, INTEGRITY, Verdict.VALID);
        assertLine(report, FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(report, FindingCode.STATUS_GOOD, STATUS, Verdict.VALID);
    }

    @Test
    void a_signature_by_another_key_does_not_hold() {
        assertLine(
                verify(OldBadges.signed(new RsaSigner("y")), OldBadges.web(KEY)),
                FindingCode.JWS_INVALID,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void a_key_that_the_issuer_does_not_name_counts_for_nothing() {
        RsaSigner attacker = new RsaSigner("y");
        URI place = URI.create("https://attacker.example/key");
        JsonObject claims = set(OldBadges.signedClaims(), "/verification/creator", "'" + place + "'");
        FakeOutside outside = OldBadges.web(KEY).with(place, OldBadges.key(place, attacker));

        assertLine(
                verify(Jws.sign(JsonObject.EMPTY_JSON_OBJECT, claims, attacker).compact(), outside),
                FindingCode.ISSUER_KEY_NOT_LISTED,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @Test
    void a_key_that_belongs_to_another_is_told() {
        JsonObject key = set(OldBadges.key(OldBadges.KEY, KEY), "/owner", "'https://other.example'");

        assertLine(
                verify(OldBadges.signed(KEY), OldBadges.web(KEY).with(OldBadges.KEY, key)),
                FindingCode.ISSUER_KEY_OF_ANOTHER,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['urn:uuid:0a1b']",
                "[{'id':'urn:uuid:0a1b','revocationReason':'Mistake'}]",
                "[{'uid':'urn:uuid:0a1b'}]"
            })
    void a_signed_badge_on_the_revocation_list_is_revoked(String revoked) {
        FakeOutside outside = OldBadges.web(KEY).with(OldBadges.REVOCATIONS, OldBadges.revocations(revoked));

        assertLine(verify(OldBadges.signed(KEY), outside), FindingCode.STATUS_REVOKED, STATUS, Verdict.NOT_VALID);
    }

    @Test
    void a_revocation_list_of_another_or_out_of_reach_says_nothing() {
        JsonObject foreign = set(OldBadges.revocations("[]"), "/issuer", "'https://other.example'");

        assertLine(
                verify(OldBadges.signed(KEY), OldBadges.web(KEY).with(OldBadges.REVOCATIONS, foreign)),
                FindingCode.STATUS_LIST_ISSUER_DIFFERS,
                STATUS,
                Verdict.CANNOT_TELL);
        assertLine(
                verify(
                        OldBadges.signed(KEY),
                        OldBadges.web(KEY).with(OldBadges.REVOCATIONS, new Fetched.Unreachable("x"))),
                FindingCode.STATUS_LIST_UNREACHABLE,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_signed_badge_without_its_signature_proves_nothing() {
        assertLine(
                verify(OldBadges.signedClaims(), OldBadges.web(KEY)),
                FindingCode.NO_PROOF,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void it_is_compared_with_an_address() {
        Verifier verifier = Checking.verifier(OldBadges.web(KEY));
        byte[] badge = Json.bytes(OldBadges.hosted());

        assertLine(
                verifier.verify(badge, "", Expectations.none().withEmail("Ada@Example.org")),
                FindingCode.RECIPIENT_CONFIRMED,
                HOLDER,
                Verdict.VALID);
        assertLine(
                verifier.verify(badge, "", Expectations.none().withEmail("eve@example.org")),
                FindingCode.RECIPIENT_DIFFERS,
                HOLDER,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "json", "token"})
    void a_baked_badge_is_found_in_a_picture(String what) {
        String content = switch (what) {
            case "address" -> ASSERTION.toString();
            case "json" -> Json.text(OldBadges.hosted());
            default -> OldBadges.signed(KEY);
        };

        assertThat(Checking.verifier(OldBadges.web(KEY))
                        .verify(OldBadges.bakedPng(content), "image/png")
                        .verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(Checking.verifier(OldBadges.web(KEY))
                        .verify(OldBadges.bakedSvg(content), "image/svg+xml")
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n====\n-----END PUBLIC KEY-----"
            })
    void a_damaged_key_cannot_be_used(String pem) {
        JsonObject key = set(OldBadges.key(OldBadges.KEY, KEY), "/publicKeyPem", "'" + pem.replace("\n", "\\n") + "'");

        assertLine(
                verify(OldBadges.signed(KEY), OldBadges.web(KEY).with(OldBadges.KEY, key)),
                FindingCode.KEY_UNSUPPORTED,
                INTEGRITY,
                Verdict.CANNOT_TELL);
    }

    private static VerificationReport verify(JsonObject assertion, FakeOutside outside) {
        return verify(Json.text(assertion), outside);
    }

    private static VerificationReport verify(String upload, FakeOutside outside) {
        return Checking.verifier(outside).verify(upload.getBytes(StandardCharsets.UTF_8), "");
    }
}
