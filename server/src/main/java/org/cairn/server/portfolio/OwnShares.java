package org.cairn.server.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a learner does with her own links. Every deed asks for the owner; a link of somebody else is not there.
/// Thread-safe.
@Service
class OwnShares {
    static final Duration LONGEST = Duration.ofDays(5 * 366);
    private static final int PURPOSE_LENGTH = 200;
    private static final int OPENINGS_SHOWN = 100;

    private final ShareRepository rows;
    private final ShareTokens tokens;
    private final Portfolio portfolio;
    private final Audit audit;
    private final InstantSource time;

    OwnShares(ShareRepository rows, ShareTokens tokens, Portfolio portfolio, Audit audit, InstantSource time) {
        this.rows = rows;
        this.tokens = tokens;
        this.portfolio = portfolio;
        this.audit = audit;
        this.time = time;
    }

    List<Share> of(PersonId owner) {
        return rows.of(owner);
    }

    boolean isOf(PersonId person, ShareId id) {
        return rows.byId(person, id).isPresent();
    }

    Share one(PersonId owner, ShareId id) {
        return rows.byId(owner, id).orElseThrow(() -> new NotFoundException("share"));
    }

    List<Share.Opening> openings(PersonId owner, ShareId id) {
        return rows.openings(one(owner, id).id(), OPENINGS_SHOWN);
    }

    /// The path of the public page; only its owner gets to see it again.
    String path(PersonId owner, ShareId id) {
        var share = one(owner, id);
        return "/s/" + tokens.open(rows.sealedToken(share.id()), share.id());
    }

    @Transactional
    ShareId create(PersonId owner, Share.Wish wish) {
        if (wish.credentials().isEmpty()
                || !wish.credentials().stream()
                        .allMatch(id -> portfolio.one(owner, id).isPresent())) {
            throw new InputException(Fault.of("credentials", "portfolio.share.credentials.form"));
        }
        if (wish.purpose().filter(p -> p.length() > PURPOSE_LENGTH).isPresent()) {
            throw new InputException(Fault.of("purpose", "portfolio.share.purpose.form", PURPOSE_LENGTH));
        }
        return store(owner, ShareKind.LINK, wish.credentials(), wish.purpose(), Optional.of(inReach(wish.expiresAt())));
    }

    /// The link that stands on paper for one credential: the live one, or a new one when there is none or it was ended.
    @Transactional
    String printedPath(PersonId owner, CredentialId credential) {
        rows.lockOwner(owner);
        var live = rows.of(owner).stream()
                .filter(s -> s.kind() == ShareKind.PRINT && s.credentials().equals(List.of(credential)))
                .filter(s -> s.state(time.instant()) == Share.State.LIVE)
                .findFirst()
                .map(Share::id);
        var id = live.orElseGet(
                () -> store(owner, ShareKind.PRINT, List.of(credential), Optional.empty(), Optional.empty()));
        return path(owner, id);
    }

    /// Ends a link at once and for good. Ending it again changes nothing.
    @Transactional
    void end(PersonId owner, ShareId id) {
        if (one(owner, id).endedAt().isEmpty()) {
            rows.end(id, time.instant());
            record(owner, "share.ended", id);
        }
    }

    /// Gives a link another last moment, even one that has expired; what was ended stays ended.
    @Transactional
    void extend(PersonId owner, ShareId id, Instant until) {
        var share = one(owner, id);
        if (share.endedAt().isPresent() || share.kind() == ShareKind.PRINT) {
            throw new ConflictException("portfolio.share.notExtendable");
        }
        rows.expire(id, inReach(until));
        record(owner, "share.extended", id);
    }

    private ShareId store(
            PersonId owner,
            ShareKind kind,
            List<CredentialId> credentials,
            Optional<String> purpose,
            Optional<Instant> expiry) {
        var id = new ShareId(UUID.randomUUID());
        var token = tokens.fresh();
        var share = new Share(id, owner, kind, purpose, credentials, time.instant(), expiry, Optional.empty(), 0);
        rows.insert(share, ShareTokens.hash(token), tokens.seal(token, id));
        record(owner, "share.created", id);
        return id;
    }

    private Instant inReach(Instant expiry) {
        var now = time.instant();
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST))) {
            throw new InputException(Fault.of("until", "portfolio.share.until.form"));
        }
        return expiry;
    }

    private void record(PersonId owner, String action, ShareId id) {
        audit.record(new Audit.Deed(Optional.empty(), "person:" + owner, action, "share:" + id, Map.of()));
    }
}
