package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.credential.verify.Check.HOLDER;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.ISSUER;
import static org.cairn.credential.verify.Check.SCHEMA;
import static org.cairn.credential.verify.Check.STATUS;
import static org.cairn.credential.verify.Check.VALIDITY_PERIOD;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.set;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.sdjwt.Challenge;
import org.cairn.credential.sdjwt.ClaimPath;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SD-JWT VC as uploads.
class SelectiveTest {

    private static final String SITE = "https://uni.example.edu/issuer";
    private static final URI METADATA = URI.create("https://uni.example.edu/.well-known/jwt-vc-issuer/issuer");
    private static final URI LIST = URI.create("https://status.example.edu/tokens/1");
    private static final EcKey EC = EcKey.generate(Curve.P256, new SecureRandom());
    private static final Signer BY_DID = Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod());
    private static final Challenge CHALLENGE = Challenge.of("https://employer.example", "n-1");

    @Test
    void a_credential_by_did_is_valid() {
        SdJwt token = issue(claims(Badges.UNIVERSITY.didKey()), BY_DID);

        VerificationReport report = verify(token, Expectations.none());

        assertLine(report, FindingCode.PROOF_VALID, INTEGRITY, Verdict.VALID);
        assertLine(report, FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(report, FindingCode.HOLDER_NOT_ASKED, HOLDER, Verdict.VALID);
        assertThat(report.summary().achievement().name()).contains("Data ethics");
    }

    @Test
    void a_credential_by_a_web_issuer_is_valid_with_the_keys_at_the_well_known_place() {
        SdJwt token = issue(claims(SITE), EC.signer("key-1"));

        assertLine(verify(token, web(SITE, "key-1")), FindingCode.ISSUER_CONFIRMED, ISSUER, Verdict.VALID);
        assertLine(verify(token, web(SITE, "key-2")), FindingCode.ISSUER_KEY_NOT_LISTED, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void metadata_of_another_issuer_says_nothing() {
        SdJwt token = issue(claims(SITE), EC.signer("key-1"));

        assertLine(
                verify(token, web("https://other.example", "key-1")),
                FindingCode.ISSUER_DOCUMENT_INVALID,
                ISSUER,
                Verdict.CANNOT_TELL);
        assertLine(verify(token, new FakeOutside()), FindingCode.ISSUER_UNREACHABLE, ISSUER, Verdict.CANNOT_TELL);
    }

    @Test
    void someone_elses_key_is_not_the_issuers() {
        SdJwt forged =
                issue(claims(Badges.UNIVERSITY.didKey()), Badges.STRANGER.signer(Badges.STRANGER.didKeyMethod()));

        assertLine(verify(forged, Expectations.none()), FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void the_holder_answers_a_challenge() {
        SdJwt token = issue(claims(Badges.UNIVERSITY.didKey()), BY_DID).presenting(Set.of(ClaimPath.of("/grade")));
        SdJwt shown = token.bound(CHALLENGE, Badges.NOW, Badges.EMPLOYER.signer("x"));
        Expectations asked = Expectations.none().withChallenge(CHALLENGE);

        assertLine(verify(shown, asked), FindingCode.HOLDER_CONFIRMED, HOLDER, Verdict.VALID);
        assertLine(verify(token, asked), FindingCode.HOLDER_PROOF_MISSING, HOLDER, Verdict.NOT_VALID);
        assertLine(
                verify(shown, Expectations.none().withChallenge(Challenge.of("https://employer.example", "n-2"))),
                FindingCode.HOLDER_PROOF_INVALID,
                HOLDER,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "/exp, 1000, PERIOD_ENDED",
        "/nbf, 99999999999, PERIOD_NOT_STARTED",
        "/exp, 'soon', PERIOD_UNREADABLE",
        "/nbf, null, PERIOD_UNREADABLE"
    })
    void its_dates_count(String pointer, String value, FindingCode code) {
        String json = value.matches("[0-9]+|null") ? value : "'" + value + "'";
        SdJwt token = issue(set(claims(Badges.UNIVERSITY.didKey()), pointer, json), BY_DID);

        assertLine(verify(token, Expectations.none()), code, VALIDITY_PERIOD, Verdict.NOT_VALID);
    }

    @Test
    void the_old_type_is_read_and_another_is_not() {
        JsonObject claims = claims(Badges.UNIVERSITY.didKey());

        assertLine(verify(typed("vc+sd-jwt", claims)), FindingCode.PROOF_VALID, INTEGRITY, Verdict.VALID);
        assertLine(verify(typed("JWT", claims)), FindingCode.SD_JWT_MALFORMED, INTEGRITY, Verdict.NOT_VALID);
        assertLine(
                verify(typed("dc+sd-jwt", Checking.remove(claims, "/vct"))),
                FindingCode.SD_JWT_VC_VIOLATED,
                SCHEMA,
                Verdict.NOT_VALID);
    }

    @Test
    void a_needed_claim_that_could_be_kept_back_is_refused() {
        String hidden = Base64Url.encode("[\"s\",\"exp\",4000000000]".getBytes(StandardCharsets.UTF_8));
        JsonObject claims = Checking.remove(claims(Badges.UNIVERSITY.didKey()), "/exp");
        JsonObject payload = set(claims, "/_sd", "['" + digest(hidden) + "']");
        String token = typed("dc+sd-jwt", payload).replace("~", "~" + hidden + "~");

        assertLine(verify(token), FindingCode.SD_JWT_VC_VIOLATED, SCHEMA, Verdict.NOT_VALID);
    }

    @Test
    void disclosures_that_do_not_fit_are_no_credential() {
        String extra = Base64Url.encode("[\"s\",\"grade\",\"A\"]".getBytes(StandardCharsets.UTF_8));
        String token = typed("dc+sd-jwt", claims(Badges.UNIVERSITY.didKey())).replace("~", "~" + extra + "~");

        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(
                        NotACredentialException.class,
                        e -> assertThat(e.code()).isEqualTo(NotACredentialException.Code.TOKEN_MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({"0, STATUS_GOOD, VALID", "1, STATUS_REVOKED, NOT_VALID", "2, STATUS_SUSPENDED, NOT_VALID"})
    void its_status_is_looked_up(int value, FindingCode code, Verdict verdict) {
        FakeOutside outside = new FakeOutside().with(LIST, statusList(value, BY_DID, LIST.toString()));

        assertLine(verify(withStatus(7), outside), code, STATUS, verdict);
    }

    @Test
    void a_status_list_that_is_foreign_moved_or_absent_says_nothing() {
        Signer stranger = Badges.STRANGER.signer(Badges.STRANGER.didKeyMethod());
        FakeOutside foreign = new FakeOutside().with(LIST, statusList(0, stranger, LIST.toString()));
        FakeOutside moved = new FakeOutside().with(LIST, statusList(0, BY_DID, "https://status.example.edu/tokens/2"));
        FakeOutside good = new FakeOutside().with(LIST, statusList(0, BY_DID, LIST.toString()));

        assertLine(verify(withStatus(7), foreign), FindingCode.STATUS_LIST_ISSUER_DIFFERS, STATUS, Verdict.CANNOT_TELL);
        assertLine(verify(withStatus(7), moved), FindingCode.STATUS_LIST_INVALID, STATUS, Verdict.CANNOT_TELL);
        assertLine(
                verify(withStatus(7), new FakeOutside()),
                FindingCode.STATUS_LIST_UNREACHABLE,
                STATUS,
                Verdict.CANNOT_TELL);
        assertLine(verify(withStatus(4000), good), FindingCode.STATUS_INDEX_OUT_OF_RANGE, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_credential_of_the_w3c_model_may_be_selective_too() {
        JsonObject badge = Badges.aBadge().toJson();
        SdJwt token = SdJwt.read(typed("vc+sd-jwt", badge));

        assertLine(verify(token, Expectations.none()), FindingCode.PROOF_VALID, INTEGRITY, Verdict.VALID);
        assertLine(verify(token, Expectations.none()), FindingCode.SCHEMA_CONFORMS, SCHEMA, Verdict.VALID);
    }

    private static SdJwt withStatus(int index) {
        JsonObject claims = set(
                claims(Badges.UNIVERSITY.didKey()),
                "/status",
                "{'status_list':{'idx':%d,'uri':'%s'}}".formatted(index, LIST));
        return issue(claims, BY_DID);
    }

    /// A list of entries of two bits in which the seventh has the value.
    private static String statusList(int value, Signer signer, String subject) {
        byte[] bytes = new byte[64];
        bytes[1] = (byte) (value << 6);
        JsonObject claims =
                Json.object("""
                {"sub": "%s", "iat": %d, "status_list": {"bits": 2, "lst": "%s"}}""".formatted(subject, Badges.NOW.getEpochSecond(), Base64Url.encode(deflated(bytes))));
        JsonObject header = Json.object("{\"typ\":\"statuslist+jwt\",\"kid\":\"" + signer.verificationMethod() + "\"}");
        return Jws.sign(header, claims, signer).compact();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static JsonObject claims(String issuer) {
        return SdJwtVc.boundTo(Badges.EMPLOYER.publicKey(), Json.object("""
                {"vct": "https://uni.example.edu/microcredential", "iss": "%s", "name": "Data ethics",
                 "iat": %d, "exp": %d, "grade": "A", "given_name": "Ada"}""".formatted(
                        issuer,
                        Badges.NOW.minus(Duration.ofDays(1)).getEpochSecond(),
                        Badges.NOW.plus(Duration.ofDays(99)).getEpochSecond())));
    }

    private static SdJwt issue(JsonObject claims, Signer signer) {
        return SdJwtVc.issue(claims, Concealment.of("/grade", "/given_name"), signer, new SecureRandom());
    }

    private static String typed(String type, JsonObject payload) {
        JsonObject header = Json.object("{\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(type, BY_DID.verificationMethod()));
        return Jws.sign(header, payload, BY_DID).compact() + "~";
    }

    private static String digest(String disclosure) {
        try {
            return Base64Url.encode(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(disclosure.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FakeOutside web(String issuer, String kid) {
        JsonObject jwk = set(EC.publicKey().toJwk(), "/kid", "'" + kid + "'");
        return new FakeOutside()
                .with(
                        METADATA,
                        Json.object("{\"issuer\":\"%s\",\"jwks\":{\"keys\":[%s]}}".formatted(issuer, Json.text(jwk))));
    }

    private static VerificationReport verify(SdJwt token, FakeOutside outside) {
        return Checking.verifier(outside).verify(bytes(token.compact()), "application/dc+sd-jwt");
    }

    private static VerificationReport verify(SdJwt token, Expectations expectations) {
        return Checking.verifier(new FakeOutside()).verify(bytes(token.compact()), "", expectations);
    }

    private static VerificationReport verify(String token) {
        return Checking.verifier(new FakeOutside()).verify(bytes(token), "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
