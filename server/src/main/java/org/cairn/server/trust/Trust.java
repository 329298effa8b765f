package org.cairn.server.trust;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.TooLargeException;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.issue.OwnTerms;
import org.cairn.server.issue.Statement;
import org.springframework.stereotype.Service;

/// Follows the chain from a credential to whoever stands behind its issuer: who accredited it, for what, whether that
/// held on the day of issue, and why that body is trusted here. Each statement is verified like any other credential.
/// Thread-safe; may wait for other hosts when a statement is a stranger's.
@Service
public class Trust {
    /// More statements about one issuer are not verified for one credential.
    private static final int MOST_OWN = 40;

    private static final int MOST_LISTED = 40;

    private final Verifier verifier;
    private final Accreditations accreditations;
    private final TrustLists lists;

    Trust(Verifier verifier, Accreditations accreditations, TrustLists lists) {
        this.verifier = verifier;
        this.accreditations = accreditations;
        this.lists = lists;
    }

    /// One line of the answer.
    ///
    /// @param what what the body stands behind
    public record Line(Accreditations.Kind what, Standing standing) {}

    /// A statement that may be about the credential's issuer or version.
    ///
    /// @param own the same as it is kept here, when it was made here
    private record Candidate(JsonObject document, Optional<Statement> own) {}

    /// What is known of the issuer of this credential; one line at least for a badge. The caller has made sure that it
    /// was signed by whom it names.
    public List<Line> standing(VerificationReport report) {
        return Claim.of(report).map(this::standing).orElse(List.of());
    }

    private List<Line> standing(Claim claim) {
        Map<Integer, List<Line>> accreditations = new TreeMap<>();
        Map<Integer, List<Line>> approvals = new TreeMap<>();
        for (var candidate : candidates(claim)) {
            Accreditations.kind(candidate.document)
                    .filter(kind -> isMeant(kind, candidate.document, claim))
                    .map(kind -> new Line(kind, judged(candidate, claim)))
                    .ifPresent(line -> (line.what == Accreditations.Kind.INSTITUTION ? accreditations : approvals)
                            .computeIfAbsent(rank(line.standing), rank -> new ArrayList<>())
                            .add(line));
        }
        var issuer = best(accreditations)
                .orElseGet(() -> List.of(new Line(Accreditations.Kind.INSTITUTION, new Standing.Missing())));
        return Stream.concat(issuer.stream(), best(approvals).orElse(List.of()).stream())
                .distinct()
                .toList();
    }

    /// What is worse is not worth a line beside what is better: an old accreditation beside the one that replaced it.
    /// Nor
    /// is what the same body said before in the same sense; the newest comes first.
    private static Optional<List<Line>> best(Map<Integer, List<Line>> byRank) {
        return byRank.values().stream().findFirst().map(lines -> {
            var signers = new HashSet<String>();
            return lines.stream()
                    .filter(line -> signers.add(signer(line.standing)))
                    .toList();
        });
    }

    private static String signer(Standing standing) {
        return switch (standing) {
            case Standing.ByTrusted trusted -> trusted.by().did();
            case Standing.UnknownBody unknown -> unknown.did();
            case Standing.Undecided undecided -> undecided.statement().toString();
            case Standing.Broken broken -> broken.statement().toString();
            case Standing.Missing _ -> "";
        };
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case Standing.Accredited _ -> 0;
            case Standing.WithdrawnLater _ -> 1;
            case Standing.Undecided _ -> 2;
            case Standing.Withdrawn _ -> 3;
            case Standing.OutOfScope _ -> 4;
            case Standing.NotThen _ -> 5;
            case Standing.WithdrawnBefore _ -> 6;
            case Standing.Broken _ -> 7;
            case Standing.UnknownBody _ -> 8;
            case Standing.Missing _ -> 9;
        };
    }

    private List<Candidate> candidates(Claim claim) {
        var about = Stream.concat(Stream.of(claim.issuer()), claim.achievement().stream())
                .flatMap(text -> Accreditations.address(text).stream())
                .toList();
        var own = accreditations.about(about, lists.own(), MOST_OWN).stream()
                .map(s -> new Candidate(Json.object(s.json()), Optional.of(s)));
        var imported = lists.accreditationsOf(about).stream()
                .limit(MOST_LISTED)
                .map(json -> new Candidate(json, Optional.empty()));
        var carried = claim.carried().stream().map(json -> new Candidate(json, Optional.empty()));
        return Stream.of(own, imported, carried).flatMap(each -> each).toList();
    }

    private boolean isMeant(Accreditations.Kind kind, JsonObject document, Claim claim) {
        var subject = Accreditations.subject(document);
        var about = subject.flatMap(it -> Json.string(it, "id"));
        return switch (kind) {
            case INSTITUTION -> about.equals(Optional.of(claim.issuer()));
            case VERSION ->
                about.isPresent()
                        && about.equals(claim.achievement())
                        && isOfIssuer(subject.flatMap(it -> Json.string(it, Accreditations.ISSUER)), claim);
        };
    }

    /// Anybody may write the address of an approved version into a badge of his own.
    private boolean isOfIssuer(Optional<String> named, Claim claim) {
        return named.map(claim.issuer()::equals).orElseGet(() -> version(claim).isPresent());
    }

    private Optional<PublishedSpec> version(Claim claim) {
        return claim.achievement().flatMap(about -> accreditations.versionOf(about, claim.issuer()));
    }

    /// The version of this platform that was achieved, if the credential was issued by its owner. The caller has made
    /// sure that it was signed by whom it names.
    public Optional<SpecVersionId> version(VerificationReport report) {
        return Claim.of(report).flatMap(this::version).map(PublishedSpec::id);
    }

    private Standing judged(Candidate candidate, Claim claim) {
        var address = Json.string(candidate.document, "id")
                .flatMap(Accreditations::address)
                .orElse(URI.create("urn:x"));
        try {
            var bytes = Json.text(candidate.document).getBytes(StandardCharsets.UTF_8);
            return judged(verifier.verify(bytes, "application/vc"), candidate, claim, address);
        } catch (NotACredentialException | TooLargeException e) {
            return new Standing.Broken("", address);
        }
    }

    private Standing judged(VerificationReport report, Candidate candidate, Claim claim, URI address) {
        var did = report.summary().issuer().id().orElse("");
        var name = report.summary().issuer().name().orElse(did);
        var signed = outcome(report, Check.INTEGRITY, Check.ISSUER, Check.SCHEMA);
        if (signed == Outcome.UNKNOWN) {
            return new Standing.Undecided(name, address);
        }
        var scope = Accreditations.subject(candidate.document)
                .filter(subject -> OwnTerms.areSpelledPlainly(withoutProof(candidate.document)))
                .flatMap(Scope::read);
        if (signed == Outcome.FAIL || scope.isEmpty()) {
            return new Standing.Broken(name, address);
        }
        return lists.trusted(did)
                .map(body -> judged(report, new Told(body, scope.get(), address, candidate.own), claim))
                .orElseGet(() -> new Standing.UnknownBody(name, did, address));
    }

    /// The proof was checked by itself, and may bring a context of its own.
    private static JsonObject withoutProof(JsonObject document) {
        return Json.PROVIDER.createObjectBuilder(document).remove("proof").build();
    }

    /// A statement that its body did sign.
    private record Told(Standing.Body by, Scope scope, URI address, Optional<Statement> own) {}

    private static Standing judged(VerificationReport report, Told told, Claim claim) {
        var day = claim.issuedOn();
        if (!told.scope.holdsOn(day)) {
            return new Standing.NotThen(told.by, told.scope, day, told.address);
        }
        var misses = told.scope.misses(claim);
        if (!misses.isEmpty()) {
            return new Standing.OutOfScope(told.by, told.scope, misses, told.address);
        }
        return switch (outcome(report, Check.STATUS)) {
            case PASS, NOT_PRESENT -> new Standing.Accredited(told.by, told.scope, day, told.address);
            case UNKNOWN -> new Standing.Undecided(told.by.name(), told.address);
            case FAIL -> withdrawn(told, claim);
        };
    }

    /// A status list says that, not since when; of our own statements we know.
    private static Standing withdrawn(Told told, Claim claim) {
        var at = told.own.flatMap(Statement::withdrawnAt);
        if (at.isEmpty()) {
            return new Standing.Withdrawn(told.by, told.address);
        }
        LocalDate day = at.get().atOffset(ZoneOffset.UTC).toLocalDate();
        // Credentials count in whole seconds; within the second of the withdrawal nothing is covered any more.
        return claim.issuedAt().isBefore(at.get().truncatedTo(ChronoUnit.SECONDS))
                ? new Standing.WithdrawnLater(told.by, told.scope, claim.issuedOn(), day, told.address)
                : new Standing.WithdrawnBefore(told.by, claim.issuedOn(), day, told.address);
    }

    /// The worst of these checks: FAIL before UNKNOWN before the rest. That the statement's own end has come since
    /// says nothing of the day of issue.
    private static Outcome outcome(VerificationReport report, Check... checks) {
        var outcomes = Stream.of(checks)
                .flatMap(check -> report.findings(check).stream())
                .filter(finding -> finding.code() != FindingCode.STATUS_NONE)
                .map(Finding::outcome)
                .toList();
        return outcomes.contains(Outcome.FAIL)
                ? Outcome.FAIL
                : outcomes.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.PASS;
    }
}
