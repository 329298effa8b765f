package org.cairn.server.portfolio;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.operate.CairnSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A learner's links for her own programs.
@RestController
@RequestMapping("/api/me/shares")
class MySharesApi {
    private static final Duration USUAL = Duration.ofDays(30);

    private final OwnShares shares;
    private final CairnSettings settings;
    private final InstantSource time;

    MySharesApi(OwnShares shares, CairnSettings settings, InstantSource time) {
        this.shares = shares;
        this.settings = settings;
        this.time = time;
    }

    /// @param credentials ids of credentials I hold
    /// @param expiresAt 30 days from now when left out
    record Wish(
            @Nullable List<UUID> credentials,
            @Nullable String purpose,
            @Nullable Instant expiresAt) {}

    record Expiry(@Nullable Instant expiresAt) {}

    /// @param kind LINK, or PRINT for the one on paper
    /// @param openings how often somebody else opened it
    record Listed(
            UUID id,
            ShareKind kind,
            Share.State state,
            Optional<String> purpose,
            List<UUID> credentials,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> endedAt,
            long openings) {
        static Listed of(Share share, Instant now) {
            return new Listed(
                    share.id().value(),
                    share.kind(),
                    share.state(now),
                    share.purpose(),
                    share.credentials().stream().map(CredentialId::value).toList(),
                    share.createdAt(),
                    share.expiresAt(),
                    share.endedAt(),
                    share.openings());
        }
    }

    /// @param link what to give away
    /// @param visits the latest openings, newest first
    record Shown(Listed share, URI link, List<Share.Opening> visits) {}

    @Operation(summary = "My links, newest first")
    @GetMapping
    List<Listed> list(@AuthenticationPrincipal SignedIn me) {
        var now = time.instant();
        return shares.of(me.person()).stream()
                .map(share -> Listed.of(share, now))
                .toList();
    }

    @Operation(summary = "Make a link that shows chosen credentials to whoever has it")
    @PostMapping
    ResponseEntity<Shown> create(@AuthenticationPrincipal SignedIn me, @RequestBody Wish wish) {
        var chosen = wish.credentials() == null ? List.<UUID>of() : wish.credentials();
        var id = shares.create(
                me.person(),
                new Share.Wish(
                        chosen.stream().map(CredentialId::new).toList(),
                        Optional.ofNullable(wish.purpose()),
                        wish.expiresAt() == null ? time.instant().plus(USUAL) : wish.expiresAt()));
        return ResponseEntity.created(URI.create("/api/me/shares/" + id)).body(shown(me, id));
    }

    @Operation(summary = "One link and who opened it when")
    @GetMapping("/{id}")
    Shown one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return shown(me, new ShareId(id));
    }

    @Operation(summary = "End a link at once and for good")
    @PostMapping("/{id}/end")
    Shown end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var share = new ShareId(id);
        shares.end(me.person(), share);
        return shown(me, share);
    }

    @Operation(
            summary = "Give a link another last moment, even one that has expired",
            description = "409 for what was ended and for links on paper.")
    @PostMapping("/{id}/expiry")
    Shown extend(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Expiry expiry) {
        var share = new ShareId(id);
        shares.extend(
                me.person(), share, expiry.expiresAt() == null ? time.instant().plus(USUAL) : expiry.expiresAt());
        return shown(me, share);
    }

    private Shown shown(SignedIn me, ShareId id) {
        return new Shown(
                Listed.of(shares.one(me.person(), id), time.instant()),
                settings.address(shares.path(me.person(), id)),
                shares.openings(me.person(), id));
    }
}
