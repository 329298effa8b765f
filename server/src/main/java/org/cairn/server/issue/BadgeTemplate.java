package org.cairn.server.issue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Evidence;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.OpenBadge.Attachments;
import org.cairn.credential.badge.OpenBadge.Validity;
import org.cairn.credential.badge.Result;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.status.StatusEntry;
import org.cairn.server.award.Award;
import org.cairn.server.award.Recipient;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.identity.Organisation;
import org.cairn.server.operate.CairnSettings;

/// The Open Badges 3.0 form of one version of a spec, to be filled in for each learner. Pure and thread-safe.
final class BadgeTemplate {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issuer issuer;
    private final AchievementForm achievement;
    private final PublishedSpec spec;

    BadgeTemplate(CairnSettings settings, Organisation organisation, String did, PublishedSpec spec) {
        this.issuer = issuer(organisation, did);
        this.achievement = AchievementForm.of(settings, spec);
        this.spec = spec;
    }

    /// An organisation as its credentials tell of it.
    static Issuer issuer(Organisation organisation, String did) {
        return new Issuer(
                did,
                organisation.legalName(),
                organisation.website().flatMap(Addresses::absolute),
                organisation.email(),
                Optional.empty(),
                Optional.of(organisation.country()));
    }

    /// One learner's credential before it is signed.
    ///
    /// @param evidence the smaller credentials it is built on
    record Draft(
            BadgeTemplate template,
            Award award,
            List<Evidence> evidence,
            CredentialId id,
            StatusLists.Place place,
            String list,
            Instant issuedAt) {

        Optional<Instant> validUntil() {
            return template.validUntil(award, issuedAt);
        }

        JsonObject unsigned() {
            return template.filled(this);
        }
    }

    private JsonObject filled(Draft draft) {
        var award = draft.award();
        var achieved = achievement.with(award.grade());
        var badge = new OpenBadge(
                URI.create("urn:uuid:" + draft.id()),
                issuer,
                achieved,
                subject(award, achieved),
                new Validity(draft.issuedAt(), validUntil(award, draft.issuedAt()), Optional.of(awarded(award))),
                new Attachments(
                        draft.evidence(),
                        List.of(new StatusEntry(
                                URI.create(draft.list()),
                                StatusEntry.REVOCATION,
                                draft.place().index())),
                        List.of(),
                        achievement.extension()));
        return badge.toJson();
    }

    private Subject subject(Award award, Achievement achieved) {
        var results = award.grade().stream()
                .map(grade -> new Result(
                        achieved.results().stream().findFirst().map(r -> r.id()),
                        Optional.of(grade),
                        Optional.empty(),
                        List.of()))
                .toList();
        return new Subject(
                Optional.of(URI.create("urn:uuid:" + award.recipient().id())),
                identities(award.recipient()),
                results,
                Subject.Activity.none(),
                spec.content().ects(),
                award.narrative());
    }

    /// The name can be read, or nobody could tell whose it is; what could be misused is only confirmed by who knows it.
    static List<Identity> identities(Recipient recipient) {
        var all = new ArrayList<>(List.of(Identity.name(recipient.name())));
        recipient.email().ifPresent(e -> all.add(Identity.hashedEmail(e.value(), salt())));
        recipient.learnerNumber().ifPresent(n -> all.add(hashedNumber(n, salt())));
        return all;
    }

    private static Identity hashedNumber(String number, String salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((number + salt).getBytes(StandardCharsets.UTF_8));
            var hash = "sha256$" + HexFormat.of().formatHex(digest);
            return new Identity("sisSourcedId", hash, true, Optional.of(salt));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String salt() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Instant awarded(Award award) {
        return award.awardedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Counts from the day of the award. What had run out before it was signed runs out the moment it is signed.
    private Optional<Instant> validUntil(Award award, Instant issuedAt) {
        var earliest = issuedAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return spec.content()
                .validMonths()
                .map(months -> award.awardedOn()
                        .plusMonths(months)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .map(end -> end.isBefore(earliest) ? earliest : end);
    }
}
