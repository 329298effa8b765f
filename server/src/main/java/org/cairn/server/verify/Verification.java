package org.cairn.server.verify;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.TooLargeException;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.cairn.server.employer.Endorsements;
import org.cairn.server.employer.Endorser;
import org.cairn.server.identity.Organisation;
import org.cairn.server.trust.Trust;
import org.springframework.stereotype.Service;

/// Verifies whatever somebody hands in: a document, a picture, a PDF, a share link of ours, an address. Stores nothing.
/// Thread-safe; may wait for other hosts.
@Service
public class Verification {
    /// Larger documents are not looked at.
    public static final int MAX_BYTES = Intake.MAX_BYTES;

    /// Credentials first; an HTML page with pictures is never what we want.
    private static final String ACCEPT = "application/vc+ld+json, application/vc, application/vc+jwt,"
            + " application/dc+sd-jwt, application/json, image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.5, application/pdf;q=0.4";

    /// How the credentials of this platform mark evidence that is a credential itself.
    private static final String COMPONENT = "component credential";
    private static final int MOST_COMPONENTS = 60;

    private final Verifier verifier;
    private final OwnPapers own;
    private final OwnAddresses addresses;
    private final OutsideHosts hosts;
    private final Trust trust;
    private final Endorsements endorsements;
    private final CheckingCrew crew;
    private final InstantSource time;

    Verification(
            Verifier verifier,
            OwnPapers own,
            OwnAddresses addresses,
            OutsideHosts hosts,
            Trust trust,
            Endorsements endorsements,
            CheckingCrew crew,
            InstantSource time) {
        this.verifier = verifier;
        this.own = own;
        this.addresses = addresses;
        this.hosts = hosts;
        this.trust = trust;
        this.endorsements = endorsements;
        this.crew = crew;
        this.time = time;
    }

    /// @param type media type, as far as it is known
    public Verified document(byte[] bytes, String type) {
        return document(bytes, type, AskedOnce.fresh());
    }

    /// One of several documents, for all of which other hosts are asked once.
    public Verified document(byte[] bytes, String type, AskedOnce asked) {
        if (bytes.length > Intake.MAX_BYTES) {
            return new Verified.Nothing(Refusal.TOO_LARGE);
        }
        var found = Intake.credentials(bytes);
        return found.isEmpty() ? new Verified.Nothing(Refusal.PDF_WITHOUT_CREDENTIAL) : all(found, type, asked);
    }

    /// Text somebody pasted: a document, a token, a share link of ours or an address.
    public Verified pasted(String text, HttpServletRequest visit) {
        var plain = text.strip();
        return plain.regionMatches(true, 0, "http", 0, 4) && plain.indexOf('{') < 0
                ? address(plain, visit)
                : document(plain.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    /// The credentials behind one of our share links.
    Verified share(String token, HttpServletRequest visit) {
        var shared = own.share(token, visit).orElse(List.of()).stream()
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .toList();
        return shared.isEmpty()
                ? new Verified.Nothing(Refusal.SHARE_ENDED)
                : all(shared, "application/vc+ld+json", AskedOnce.fresh());
    }

    private Verified address(String text, HttpServletRequest visit) {
        var address = parsed(text);
        if (address.isEmpty()) {
            return new Verified.Nothing(Refusal.ADDRESS_MALFORMED);
        }
        var token = address.flatMap(addresses::shareToken);
        return token.map(t -> share(t, visit)).orElseGet(() -> fetched(address.get()));
    }

    private Verified fetched(URI address) {
        if (addresses.isOwn(address)) {
            return new Verified.Nothing(Refusal.ADDRESS_MISSING);
        }
        return switch (hosts.fetch(address, ACCEPT, Intake.MAX_BYTES)) {
            case Fetched.Body body -> document(body.bytes(), body.contentType());
            case Fetched.Missing _ -> new Verified.Nothing(Refusal.ADDRESS_MISSING);
            case Fetched.Unreachable _ -> new Verified.Nothing(Refusal.ADDRESS_UNREACHABLE);
            case Fetched.Refused _ -> new Verified.Nothing(Refusal.ADDRESS_NOT_ALLOWED);
        };
    }

    private Verified all(List<byte[]> credentials, String type, AskedOnce asked) {
        try {
            return crew.<Verified>done(
                            () -> new Verified.Reports(credentials.stream()
                                    .map(bytes -> checked(bytes, type))
                                    .toList()),
                            asked)
                    .orElseGet(() -> new Verified.Nothing(Refusal.NO_TIME));
        } catch (NotACredentialException e) {
            return new Verified.Nothing(Refusal.of(e.code()));
        } catch (TooLargeException e) {
            return new Verified.Nothing(Refusal.TOO_LARGE);
        }
    }

    private Checked checked(byte[] credential, String type) {
        var report = toldPrecisely(verifier.verify(credential, type));
        return new Checked(report, knownAs(report), builtOn(report), behind(report), endorsers(report), time.instant());
    }

    /// Whoever forged a credential is not to borrow the standing of the issuer he names.
    private List<Trust.Line> behind(VerificationReport report) {
        return Checked.isSignerConfirmed(report) ? trust.standing(report) : List.of();
    }

    private List<Endorser> endorsers(VerificationReport report) {
        return Checked.isSignerConfirmed(report)
                ? trust.version(report).map(endorsements::of).orElse(List.of())
                : List.of();
    }

    /// Only what our own signature names is looked up: who made up a list of identifiers learns nothing of them.
    private List<Checked.Component> builtOn(VerificationReport report) {
        var ours = Checked.isSignerConfirmed(report)
                && report.summary().issuer().id().flatMap(own::didDocument).isPresent();
        var id = report.credential().getString("id", "");
        return Stream.of(report.credential())
                .filter(BadgeContext::isNamedIn)
                .flatMap(credential -> Json.objects(credential, "evidence").stream())
                .filter(e -> Json.string(e, "genre").equals(Optional.of(COMPONENT)))
                .limit(MOST_COMPONENTS)
                .map(e -> new Checked.Component(
                        Json.string(e, "name").orElse(""),
                        Json.string(e, "description").orElse(""),
                        Json.string(e, "id").filter(urn -> ours).flatMap(urn -> own.component(id, urn))))
                .toList();
    }

    /// Our lists have one bit per credential (ADR 4): to the world, suspended looks like revoked. Of a credential of
    /// our own we know which it is. The outcome stays FAIL either way.
    private VerificationReport toldPrecisely(VerificationReport report) {
        var suspended = report.findings().stream().anyMatch(f -> f.code() == FindingCode.STATUS_REVOKED)
                && Checked.isSignerConfirmed(report)
                && own.isSuspended(report.credential().getString("id", ""));
        return !suspended
                ? report
                : new VerificationReport(
                        report.verdict(),
                        report.findings().stream()
                                .map(f -> f.code() == FindingCode.STATUS_REVOKED
                                        ? new Finding(f.check(), f.outcome(), FindingCode.STATUS_SUSPENDED, f.args())
                                        : f)
                                .toList(),
                        report.summary(),
                        report.credential(),
                        report.contained());
    }

    /// Only a signer whose key was confirmed to be the issuer's may bear a name known here.
    private Optional<String> knownAs(VerificationReport report) {
        return report.summary()
                .issuer()
                .id()
                .filter(id -> Checked.isSignerConfirmed(report))
                .flatMap(addresses::organisation)
                .map(Organisation::legalName);
    }

    private static Optional<URI> parsed(String text) {
        try {
            return text.length() > 2_000 ? Optional.empty() : Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
