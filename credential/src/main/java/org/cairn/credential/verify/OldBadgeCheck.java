package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.openbadges2.Assertion;
import org.cairn.credential.openbadges2.HostingScope;
import org.cairn.credential.openbadges2.Linked;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.verify.OldBadgeDocuments.Found;
import org.cairn.credential.verify.OldBadgeDocuments.NotThere;

/// Open Badges 2.0. What is embedded in an assertion is the word of whoever wrote it; the issuer's profile is therefore
/// always fetched from the issuer's own address, and decides where assertions may lie and which keys sign them.
final class OldBadgeCheck {

    private final OldBadgeDocuments documents;
    private final OldBadgeSignature signatures;

    OldBadgeCheck(Outside outside) {
        this.documents = new OldBadgeDocuments(outside);
        this.signatures = new OldBadgeSignature(documents);
    }

    VerificationReport report(Upload.HostedBadge upload, Expectations expectations, Instant now) {
        Assertion assertion = upload.assertion();
        if (!(assertion.verification() instanceof Assertion.Verification.Hosted)) {
            return unsigned(assertion, expectations, now);
        }
        return switch (documents.fetch(assertion.id())) {
            case NotThere missing -> absent(assertion, missing, expectations, now);
            case Found(JsonObject document) -> {
                Assertion published = new Assertion(document);
                Optional<String> difference = assertion.differenceFrom(published);
                Finding same = difference
                        .map(member -> integrity(FindingCode.HOSTED_DIFFERS, assertion.id(), member))
                        .orElseGet(() -> integrity(FindingCode.HOSTED_CONFIRMED, assertion.id()));
                yield hosted(published, same, expectations, now);
            }
        };
    }

    /// A picture that carries nothing but the address.
    VerificationReport report(Upload.OldBadgeAddress upload, Expectations expectations, Instant now) {
        return switch (documents.fetch(upload.address())) {
            case NotThere missing -> absent(new Assertion(JsonObject.EMPTY_JSON_OBJECT), missing, expectations, now);
            case Found(JsonObject document) ->
                hosted(
                        new Assertion(document),
                        integrity(FindingCode.HOSTED_CONFIRMED, upload.address()),
                        expectations,
                        now);
        };
    }

    VerificationReport report(Upload.SignedBadge upload, Expectations expectations, Instant now) {
        Assertion assertion = upload.assertion();
        Documents found = documents(assertion);
        List<Finding> findings = new ArrayList<>(signature(assertion, upload.token(), found));
        findings.add(
                assertion.isRevoked()
                        ? StatusCheck.finding(FindingCode.STATUS_REVOKED)
                        : signatures.revocation(assertion, found.issuer));
        return report(assertion, found, findings, expectations, now);
    }

    private List<Finding> signature(Assertion assertion, Jws token, Documents found) {
        if (found.fault.isPresent()) {
            return List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), found.fault.get());
        }
        return switch (assertion.verification()) {
            case Assertion.Verification.Signed(String key) -> signatures.check(token, key, found.issuer);
            case Assertion.Verification.Hosted hosted -> wrongMeans("hosted");
            case Assertion.Verification.Other(String type) -> wrongMeans(type);
        };
    }

    private static List<Finding> wrongMeans(String type) {
        return List.of(
                integrity(FindingCode.CRYPTOSUITE_UNSUPPORTED, type), issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
    }

    private VerificationReport hosted(Assertion published, Finding integrity, Expectations expectations, Instant now) {
        Documents found = documents(published);
        List<Finding> findings = new ArrayList<>(List.of(integrity));
        findings.add(found.fault.orElseGet(() -> scope(published, found.issuer)));
        findings.add(StatusCheck.finding(published.isRevoked() ? FindingCode.STATUS_REVOKED : FindingCode.STATUS_GOOD));
        return report(published, found, findings, expectations, now);
    }

    private static Finding scope(Assertion published, JsonObject issuer) {
        String name = Json.string(issuer, "id").orElse("?");
        return HostingScope.of(issuer).contains(published.id())
                ? issuerFinding(FindingCode.HOST_CONFIRMED, name)
                : issuerFinding(FindingCode.HOST_OF_ANOTHER, published.id(), name);
    }

    /// JSON that says it is signed has lost its signature; that it lies there unsigned proves nothing.
    private VerificationReport unsigned(Assertion assertion, Expectations expectations, Instant now) {
        List<Finding> findings = List.of(
                integrity(FindingCode.NO_PROOF),
                issuerFinding(FindingCode.ISSUER_NOT_CHECKED),
                StatusCheck.finding(FindingCode.STATUS_NONE));
        return report(assertion, Documents.none(), findings, expectations, now);
    }

    private VerificationReport absent(Assertion assertion, NotThere missing, Expectations expectations, Instant now) {
        boolean revoked = missing.code() == FindingCode.STATUS_REVOKED;
        List<Finding> findings = List.of(
                integrity(revoked ? FindingCode.HOSTED_MISSING : missing.code(), missing.address()),
                issuerFinding(FindingCode.ISSUER_NOT_CHECKED),
                StatusCheck.finding(revoked ? FindingCode.STATUS_REVOKED : FindingCode.STATUS_NONE));
        return report(assertion, Documents.none(), findings, expectations, now);
    }

    /// The badge class and the issuer's profile, or why they could not be had.
    private record Documents(JsonObject badge, JsonObject issuer, Optional<Finding> fault) {

        static Documents none() {
            return new Documents(JsonObject.EMPTY_JSON_OBJECT, JsonObject.EMPTY_JSON_OBJECT, Optional.empty());
        }

        static Documents without(JsonObject badge, NotThere missing) {
            FindingCode code = missing.code() == FindingCode.HOSTED_INVALID
                    ? FindingCode.ISSUER_DOCUMENT_INVALID
                    : missing.code() == FindingCode.HOSTED_UNREACHABLE
                            ? FindingCode.ISSUER_UNREACHABLE
                            : FindingCode.ISSUER_NOT_FOUND;
            return new Documents(
                    badge, JsonObject.EMPTY_JSON_OBJECT, Optional.of(issuerFinding(code, missing.address())));
        }
    }

    private Documents documents(Assertion assertion) {
        Optional<Linked> link = assertion.badge();
        if (link.isEmpty()) {
            return Documents.without(
                    JsonObject.EMPTY_JSON_OBJECT, new NotThere(FindingCode.HOSTED_INVALID, assertion.id()));
        }
        return switch (documents.follow(link.get())) {
            case NotThere missing -> Documents.without(JsonObject.EMPTY_JSON_OBJECT, missing);
            case Found(JsonObject badge) -> issuer(badge);
        };
    }

    private Documents issuer(JsonObject badge) {
        String address = Linked.of(badge.get("issuer")).map(Linked::id).orElse("");
        return switch (documents.fetch(address)) {
            case NotThere missing -> Documents.without(badge, missing);
            case Found(JsonObject issuer) -> new Documents(badge, issuer, Optional.empty());
        };
    }

    private static VerificationReport report(
            Assertion assertion, Documents found, List<Finding> some, Expectations expectations, Instant now) {
        JsonObject view = OldBadgeView.of(assertion, found.badge, found.issuer);
        BadgeSummary summary = BadgeSummary.ofBadge(view);
        List<Finding> findings = new ArrayList<>(some);
        findings.add(PeriodCheck.check(view, now));
        findings.add(schema(assertion, found.badge));
        findings.add(Finding.of(Check.ENDORSEMENTS, FindingCode.ENDORSEMENTS_NONE));
        HolderCheck.recipient(summary.recipients(), expectations).ifPresent(findings::add);
        return VerificationReport.of(findings, summary, assertion.json());
    }

    private static Finding schema(Assertion assertion, JsonObject badge) {
        boolean named = Json.string(badge, "name").isPresent() || badge.isEmpty();
        return assertion
                .fault()
                .or(() -> named ? Optional.empty() : Optional.of("badge.name"))
                .map(member -> Finding.of(Check.SCHEMA, FindingCode.OLD_BADGE_VIOLATED, member))
                .orElseGet(() -> Finding.of(Check.SCHEMA, FindingCode.OLD_BADGE_CONFORMS));
    }
}
