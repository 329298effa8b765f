package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.selective.Disclosures;

/// Verifies whatever is uploaded: JSON, a compact JWS, an SD-JWT, a baked PNG or SVG; Open Badges 3.0 and 2.0.
/// Thread-safe; create one and share it.
///
/// A document may name addresses to fetch (the issuer's DID, a status list): `dids` and `outside` see to it
/// that only public places are asked, and not too often.
public final class Verifier {

    private final Parts parts;
    private final StatusListSource lists;
    private final SignatureCheck signatures;
    private final StatusCheck status;
    private final EndorsementCheck endorsements;
    private final SelectiveCheck selective;
    private final OldBadgeCheck oldBadges;

    /// What a verifier is made of, so that a variation can share it.
    private record Parts(
            DataIntegrity integrity, SchemaCheck schema, DidResolver dids, Outside outside, InstantSource clock) {}

    public Verifier(Contexts contexts, DidResolver dids, Outside outside, InstantSource clock) {
        this(
                new Parts(
                        Disclosures.readBy(new DataIntegrity(contexts), contexts),
                        new SchemaCheck(),
                        dids,
                        outside,
                        clock),
                StatusListSource.none());
    }

    private Verifier(Parts parts, StatusListSource lists) {
        this.parts = parts;
        this.lists = lists;
        IssuerKeys keys = new IssuerKeys(parts.dids, parts.outside);
        this.signatures = new SignatureCheck(new ProofCheck(parts.integrity, keys), new TokenCheck(keys));
        this.status = new StatusCheck(new StatusLists(lists, parts.outside, signatures));
        this.endorsements = new EndorsementCheck(signatures, status);
        this.selective = new SelectiveCheck(keys, parts.outside);
        this.oldBadges = new OldBadgeCheck(parts.outside);
    }

    /// The same verifier that asks `lists` before it fetches a status list.
    public Verifier withStatusLists(StatusListSource lists) {
        return new Verifier(parts, lists);
    }

    /// The same verifier on another day: was the credential valid then? Keys that have been retired or
    /// withdrawn since still count for what they signed before. What is fetched is what is published today.
    public Verifier asOf(Instant then) {
        return new Verifier(new Parts(parts.integrity, parts.schema, parts.dids, parts.outside, () -> then), lists);
    }

    /// Checks one upload. The media type may be empty or generic; the content decides.
    ///
    /// @throws NotACredentialException when it is no credential at all
    /// @throws TooLargeException when it is too large to look at
    public VerificationReport verify(byte[] body, String mediaType) {
        return verify(body, mediaType, Expectations.none());
    }

    /// Checks one upload, and whether it belongs to, or is shown by, the one who is meant.
    ///
    /// @throws NotACredentialException when it is no credential at all
    /// @throws TooLargeException when it is too large to look at
    public VerificationReport verify(byte[] body, String mediaType, Expectations expectations) {
        Instant now = parts.clock.instant();
        return switch (Intake.read(body, mediaType)) {
            case Secured secured -> report(secured, List.of(), expectations, now, new ContainedCheck.Budget());
            case Upload.Selective selective -> report(selective, expectations, now);
            case Upload.HostedBadge hosted -> oldBadges.report(hosted, expectations, now);
            case Upload.SignedBadge signed -> oldBadges.report(signed, expectations, now);
            case Upload.OldBadgeAddress address -> oldBadges.report(address, expectations, now);
        };
    }

    /// A token with disclosures is an SD-JWT VC, or secures a credential of the W3C's model.
    private VerificationReport report(Upload.Selective upload, Expectations expectations, Instant now) {
        return Intake.credentialIn(upload)
                .map(secured -> report(
                        secured,
                        List.of(HolderCheck.possession(upload.token(), expectations, now)),
                        expectations,
                        now,
                        new ContainedCheck.Budget()))
                .orElseGet(() -> selective.report(upload, expectations, now));
    }

    private VerificationReport contained(Secured secured, ContainedCheck.Budget budget, Instant now) {
        return report(secured, List.of(), Expectations.none(), now, budget);
    }

    private VerificationReport report(
            Secured secured, List<Finding> more, Expectations expectations, Instant now, ContainedCheck.Budget budget) {
        JsonObject credential = secured.credential();
        List<Finding> findings = new ArrayList<>(signatures.check(secured, now));
        findings.addAll(status.check(credential, secured.issuer().orElse(""), now));
        findings.add(PeriodCheck.check(credential, now));
        findings.addAll(parts.schema.check(credential));
        findings.addAll(endorsements.check(credential, now));
        ContainedCheck.Answer contained =
                ContainedCheck.check(credential, budget, inner -> contained(inner, budget, now));
        findings.addAll(contained.findings());
        findings.addAll(more);
        HolderCheck.recipient(BadgeSummary.of(credential).recipients(), expectations)
                .ifPresent(findings::add);
        return VerificationReport.of(findings, credential, contained.reports());
    }
}
