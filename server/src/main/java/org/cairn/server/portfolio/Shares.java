package org.cairn.server.portfolio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.web.InputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for whoever holds a share link, and for rooms where its owner decides to give one. A link that expired, was
/// ended or never was gives nothing, and nobody can
/// tell which. Thread-safe.
@Service
public class Shares {
    /// Looks by the same program from the same place within this time are one visit.
    private static final Duration VISIT = Duration.ofMinutes(30);

    private final ShareRepository rows;
    private final OwnShares own;
    private final People people;
    private final Awards awards;
    private final Credentials credentials;
    private final InstantSource time;
    private final Cache<String, Boolean> visits =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(VISIT).build();

    Shares(
            ShareRepository rows,
            OwnShares own,
            People people,
            Awards awards,
            Credentials credentials,
            InstantSource time) {
        this.rows = rows;
        this.own = own;
        this.people = people;
        this.awards = awards;
        this.credentials = credentials;
        this.time = time;
    }

    /// What the link shows; the opening is recorded once per visit, unless it is the owner who looks.
    @Transactional
    public Optional<OpenShare> open(String token, Visit visit) {
        var live = live(token);
        live.filter(share -> !visit.visitor().equals(Optional.of(share.owner())))
                .filter(share -> isNew(share, visit))
                .ifPresent(share -> rows.opened(share.id(), time.instant(), visit.client()));
        return live.flatMap(this::shown);
    }

    /// Makes a link because its owner decided so elsewhere, as when she answers an employer.
    ///
    /// @param purpose what her list of links says it is for
    /// @throws InputException when a credential is not hers, or the end lies out of reach
    @Transactional
    public ShareId give(PersonId owner, List<CredentialId> chosen, String purpose, Instant until) {
        return own.create(owner, new Share.Wish(chosen, Optional.of(purpose), until));
    }

    /// The path of a link's page; empty when it has ended or its time is over, or it is not the owner's.
    public Optional<String> path(PersonId owner, ShareId id) {
        return own.isOf(owner, id) && own.one(owner, id).state(time.instant()) == Share.State.LIVE
                ? Optional.of(own.path(owner, id))
                : Optional.empty();
    }

    /// Ends a link at once. One that is not the owner's is left alone.
    @Transactional
    public void end(PersonId owner, ShareId id) {
        if (own.isOf(owner, id)) {
            own.end(owner, id);
        }
    }

    /// What the link shows, without recording that anybody looked.
    public Optional<OpenShare> peek(String token) {
        return live(token).flatMap(this::shown);
    }

    private Optional<Share> live(String token) {
        return rows.byTokenHash(ShareTokens.hash(token))
                .filter(share -> share.state(time.instant()) == Share.State.LIVE);
    }

    private boolean isNew(Share share, Visit visit) {
        return visits.asMap().putIfAbsent(share.id() + "|" + visit.fingerprint(), true) == null;
    }

    private Optional<OpenShare> shown(Share share) {
        return people.byId(share.owner()).map(owner -> shown(share, owner));
    }

    private OpenShare shown(Share share, Person owner) {
        return new OpenShare(
                share.id(),
                share.kind(),
                owner.name(),
                stillHeld(share.owner(), share.credentials()),
                share.purpose(),
                share.expiresAt());
    }

    /// What has left her portfolio leaves her shares.
    private List<IssuedCredential> stillHeld(PersonId owner, Collection<CredentialId> ids) {
        var found = ids.stream().flatMap(id -> credentials.byId(id).stream()).toList();
        var hers = awards.byIds(found.stream().map(IssuedCredential::award).toList()).stream()
                .filter(award -> award.recipient().holder().equals(Optional.of(owner)))
                .map(Award::id)
                .collect(Collectors.toSet());
        return found.stream().filter(c -> hers.contains(c.award())).toList();
    }
}
