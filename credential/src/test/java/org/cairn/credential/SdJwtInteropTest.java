package org.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Set;
import org.cairn.credential.did.Dids;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.sdjwt.Challenge;
import org.cairn.credential.sdjwt.ClaimPath;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.cairn.credential.verify.Expectations;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Both ways with @sd-jwt/sd-jwt-vc, in each role: issuer, holder and verifier.
class SdJwtInteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start("jose.mjs");
    private static final long NOW = Badges.NOW.getEpochSecond();
    private static final String AUDIENCE = "https://employer.example";
    private static final String NONCE = "n-1";
    private static final JsonObject CLAIMS = Json.object("""
            {"vct": "https://uni.example.edu/microcredential", "iss": "%s", "iat": %d, "name": "Data ethics",
             "person": {"given": "Ada", "family": "Lovelace"}, "skills": ["ethics", "data", "law"]}""".formatted(Badges.UNIVERSITY.didKey(), NOW - 1000));
    private static final JsonObject BOUND = SdJwtVc.boundTo(Badges.EMPLOYER.publicKey(), CLAIMS);

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void they_read_what_we_issue() {
        JsonObject answer = NODE.ask("verifySd", sd(weIssue().compact()));

        assertThat(answer.getJsonObject("claims")).as(answer.toString()).isEqualTo(BOUND);
    }

    @Test
    void they_read_what_we_show() {
        JsonObject claims = asked(weShow(weIssue()).compact()).getJsonObject("claims");

        assertThat(claims.getJsonObject("person")).isEqualTo(CLAIMS.getJsonObject("person"));
        assertThat(claims.getJsonArray("skills").toString()).isEqualTo("[\"data\",\"law\"]");
        assertThat(claims).doesNotContainKey("name");
    }

    @Test
    void we_read_what_they_issue_and_show() {
        JsonObject claims = report(theyShow(theyIssue())).credential();

        assertThat(claims.getJsonObject("person")).isEqualTo(Json.object("{\"family\":\"Lovelace\"}"));
        assertThat(claims.getJsonArray("skills").toString()).isEqualTo("[\"ethics\",\"data\"]");
        assertThat(claims).doesNotContainKey("name");
    }

    @Test
    void each_accepts_what_the_other_made_in_any_mixture() {
        String ours = weShow(weIssue()).compact();
        String theirs = theyShow(theyIssue());
        String issuedByUs = theyShow(weIssue().compact());
        String issuedByThem = weShow(SdJwt.read(theyIssue())).compact();

        assertThat(Set.of(ours, theirs, issuedByUs, issuedByThem)).allSatisfy(token -> {
            assertThat(theyAccept(token)).isTrue();
            assertThat(weAccept(token)).isTrue();
        });
    }

    /// Of the issuer's claims, of a disclosed claim, and of the answer to the verifier.
    @ParameterizedTest
    @CsvSource({"microcredential, macrocredential", "Lovelace, Byron", "n-1, n-2"})
    void both_refuse_what_was_changed(String from, String to) {
        String ours = changed(weShow(weIssue()).compact(), from, to);
        String theirs = changed(theyShow(theyIssue()), from, to);

        assertThat(Set.of(ours, theirs)).allSatisfy(token -> {
            assertThat(theyAccept(token)).isFalse();
            assertThat(weAccept(token)).isFalse();
        });
    }

    @Test
    void both_refuse_an_answer_that_was_moved_to_less_than_it_was_given_for() {
        String shown = weShow(weIssue()).compact();
        int first = shown.indexOf('~');
        String less = shown.substring(0, first) + shown.substring(shown.indexOf('~', first + 1));

        assertThat(theyAccept(less)).isFalse();
        assertThat(weAccept(less)).isFalse();
    }

    private static SdJwt weIssue() {
        Concealment concealment = Concealment.of("/name", "/person", "/person/family", "/skills/0", "/skills/2")
                .withDecoys(2);
        return SdJwtVc.issue(
                BOUND, concealment, Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod()), new SecureRandom());
    }

    private static SdJwt weShow(SdJwt token) {
        return token.presenting(Set.of(ClaimPath.of("/person/family"), ClaimPath.of("/skills/2")))
                .bound(Challenge.of(AUDIENCE, NONCE), Badges.NOW, Badges.EMPLOYER.signer("unused"));
    }

    private static String theyIssue() {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(Badges.UNIVERSITY.didKeyMethod());
        String frame = """
                {"_sd": ["name"], "person": {"_sd": ["given", "family"], "_sd_decoy": 2}, "skills": {"_sd": [0, 2]}}""";
        JsonObjectBuilder request = Json.PROVIDER
                .createObjectBuilder()
                .add("claims", BOUND)
                .add("frame", Json.object(frame))
                .add("header", Json.object(header))
                .add("jwk", secret(Badges.UNIVERSITY));
        return NODE.ask("issueSd", request).getString("token");
    }

    private static String theyShow(String token) {
        String answer = "{\"iat\":%d,\"aud\":\"%s\",\"nonce\":\"%s\"}".formatted(NOW, AUDIENCE, NONCE);
        String frame = "{\"person\":{\"family\":true},\"skills\":{\"0\":true}}";
        JsonObjectBuilder request = Json.PROVIDER
                .createObjectBuilder()
                .add("token", token)
                .add("frame", Json.object(frame))
                .add("binding", Json.object(answer))
                .add("holder", secret(Badges.EMPLOYER));
        return NODE.ask("presentSd", request).getString("token");
    }

    private static boolean theyAccept(String token) {
        return asked(token).getBoolean("verified");
    }

    private static JsonObject asked(String token) {
        return NODE.ask(
                "verifySd",
                sd(token)
                        .add("nonce", NONCE)
                        .add("holder", Badges.EMPLOYER.publicKey().toJwk()));
    }

    private static JsonObjectBuilder sd(String token) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("token", token)
                .add("jwk", Badges.UNIVERSITY.publicKey().toJwk())
                .add("now", NOW);
    }

    private static boolean weAccept(String token) {
        try {
            return report(token).verdict() == Verdict.VALID;
        } catch (NotACredentialException e) {
            return false;
        }
    }

    private static VerificationReport report(String token) {
        FakeOutside outside = new FakeOutside();
        Expectations asked = Expectations.none().withChallenge(Challenge.of(AUDIENCE, NONCE));
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW)
                .verify(token.getBytes(StandardCharsets.UTF_8), "", asked);
    }

    private static JsonObject secret(SigningKey key) {
        return Json.PROVIDER
                .createObjectBuilder(key.publicKey().toJwk())
                .add("d", Base64Url.encode(key.exportSecretKey()))
                .build();
    }

    /// With the words exchanged in whichever part of the token holds them.
    private static String changed(String token, String from, String to) {
        StringBuilder whole = new StringBuilder();
        for (String part : token.split("(?<=[.~])|(?=[.~])", -1)) {
            whole.append(part.length() < 2 ? part : changedPart(part, from, to));
        }
        assertThat(whole.toString()).isNotEqualTo(token);
        return whole.toString();
    }

    private static String changedPart(String part, String from, String to) {
        String text = new String(Base64Url.decode(part), StandardCharsets.ISO_8859_1);
        boolean isHit = text.contains(from);
        return isHit ? Base64Url.encode(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1)) : part;
    }
}
