package org.cairn.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.did.Dids;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.OpenBadgeJwt;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Signer;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.VerificationOptions;
import org.cairn.credential.sdjwt.Challenge;
import org.cairn.credential.sdjwt.ClaimPath;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;
import org.cairn.credential.verify.Expectations;
import org.cairn.credential.verify.PresentationReport;
import org.cairn.credential.verify.PresentationVerifier;
import org.cairn.credential.verify.ProofVerifier;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.junit.jupiter.api.Test;

/// What docs/credential-library.md shows, compiled and run; and nothing else stands there.
class CredentialLibraryPageTest {

    private static final Path PAGE = Path.of("..", "docs", "credential-library.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "org", "cairn", "credential", "CredentialLibraryPageTest.java");

    @Test
    void a_badge_is_issued_and_verified() {
        Instant now = Badges.NOW;

        Contexts contexts = Contexts.bundled();
        Ed25519Key key = Ed25519Key.generate(new SecureRandom());
        OpenBadge badge = OpenBadge.of(
                URI.create("urn:uuid:6ba1e2a2-1d6c-4b53-8f4e-0d3c9c1f0001"),
                Issuer.of(key.didKey(), "Example University"),
                Achievement.microcredential(
                        URI.create("https://uni.example/specs/ethics"),
                        "Data ethics",
                        "Weighs the interests of those whose data are used.",
                        Achievement.Criteria.narrative("A project and an oral examination.")),
                Subject.of(Optional.empty(), List.of(Identity.hashedEmail("ada@example.org", "a-random-salt"))),
                OpenBadge.Validity.from(now));
        JsonObject signed = new DataIntegrity(contexts).sign(badge.toJson(), key.signer(key.didKeyMethod()), now);

        Outside nothing = (uri, accept, maxBytes) -> new Fetched.Unreachable("offline");
        Verifier verifier = new Verifier(contexts, Dids.standard(nothing), nothing, () -> now);
        VerificationReport report = verifier.verify(Json.bytes(signed), "application/json");

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_badge_travels_as_a_signed_token() {
        Instant now = Badges.NOW;
        Verifier verifier = verifier();
        Ed25519Key key = Badges.UNIVERSITY;
        OpenBadge badge = Badges.aBadge();

        Signer signer = key.signer(key.didKeyMethod());
        Jws token = JoseCredential.sign(badge.toJson(), signer);
        Jws profile = OpenBadgeJwt.sign(badge.toJson(), signer);
        VerificationReport report = verifier.verify(token.compact().getBytes(UTF_8), "application/vc+jwt");

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(verifier.verify(profile.compact().getBytes(UTF_8), "").verdict())
                .isEqualTo(Verdict.VALID);

        JsonObject unsigned = presentationOf(JoseCredential.envelope(token));
        Ed25519Key holder = Badges.EMPLOYER;

        JoseCredential.Audience audience =
                new JoseCredential.Audience(Optional.of("https://jobs.example"), Optional.of("fresh-4711"));
        Jws presentation = JoseCredential.signPresentation(unsigned, audience, holder.signer(holder.didKeyMethod()));
        Outside nothing = (uri, accept, maxBytes) -> new Fetched.Unreachable("offline");
        Contexts contexts = Badges.CONTEXTS;

        ProofVerifier proofs = new ProofVerifier(new DataIntegrity(contexts), Dids.standard(nothing), nothing);
        PresentationReport presented = new PresentationVerifier(proofs, verifier)
                .verify(
                        presentation,
                        VerificationOptions.presentedAt(now)
                                .withDomain(Set.of("https://jobs.example"))
                                .withChallenge("fresh-4711"));

        assertThat(presented.isPresentedByHolder()).isTrue();
    }

    @Test
    void a_holder_shows_a_part_of_a_credential() {
        Instant now = Badges.NOW;
        Verifier verifier = verifier();
        Ed25519Key key = Badges.UNIVERSITY;
        Ed25519Key holder = Badges.EMPLOYER;

        JsonObject claims = SdJwtVc.boundTo(holder.publicKey(), Json.object("""
                {"vct": "https://uni.example/microcredential", "name": "Data ethics", "email": "ada@example.org"}"""));
        SdJwt issued = SdJwtVc.issue(
                claims, Concealment.of("/email", "/name"), key.signer(key.didKeyMethod()), new SecureRandom());
        Challenge challenge = Challenge.of("https://jobs.example", "fresh-4711");
        SdJwt shown = issued.presenting(Set.of(ClaimPath.of("/name")))
                .bound(challenge, now, holder.signer(holder.didKeyMethod()));
        VerificationReport report = verifier.verify(
                shown.compact().getBytes(UTF_8),
                "application/dc+sd-jwt",
                Expectations.none().withChallenge(challenge));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.credential()).containsKey("name").doesNotContainKey("email");
    }

    @Test
    void an_old_badge_is_checked_against_an_address() {
        FakeOutside outside = OldBadges.web(new RsaSigner("unused"));
        Verifier verifier = new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW);
        byte[] picture = OldBadges.bakedPng(Json.text(OldBadges.hosted()));

        VerificationReport report =
                verifier.verify(picture, "image/png", Expectations.none().withEmail("ada@example.org"));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    private static Verifier verifier() {
        FakeOutside outside = new FakeOutside();
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW);
    }

    private static JsonObject presentationOf(JsonObject credential) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", "https://www.w3.org/ns/credentials/v2")
                .add("type", "VerifiablePresentation")
                .add("holder", Badges.EMPLOYER.didKey())
                .add("verifiableCredential", credential)
                .build();
    }

    @Test
    void a_status_list_is_made() {
        Instant now = Badges.NOW;
        Ed25519Key key = Badges.UNIVERSITY;
        URI list = Badges.STATUS_LIST;

        StatusEntry entry = new StatusEntry(list, StatusEntry.REVOCATION, 4711);
        Bitstring bits = Bitstring.empty();
        bits.set(entry.index(), true);
        JsonObject unsigned =
                StatusListCredential.unsigned(list, key.didKey(), entry.purpose(), bits, now, Duration.ofDays(1));

        assertThat(StatusListCredential.read(unsigned).bits().get(4711)).isTrue();
    }

    @Test
    void the_page_shows_what_is_run_here() throws IOException {
        List<String> code = lines(Files.readString(THIS));
        List<String> shown = Arrays.stream(Files.readString(PAGE).split("```", -1))
                .filter(block -> block.startsWith("java\n"))
                .flatMap(block -> lines(block.substring(5)).stream())
                .toList();

        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(code).containsAll(shown);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
