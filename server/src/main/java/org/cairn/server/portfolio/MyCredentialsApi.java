package org.cairn.server.portfolio;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Languages;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// A learner's portfolio for her own programs, which call with her personal key. The files themselves come from
/// [PortfolioFiles].
@RestController
@RequestMapping("/api/me")
class MyCredentialsApi {
    private final Portfolio portfolio;
    private final Claiming claiming;
    private final RateLimits limits;
    private final InstantSource time;

    MyCredentialsApi(Portfolio portfolio, Claiming claiming, RateLimits limits, InstantSource time) {
        this.portfolio = portfolio;
        this.claiming = claiming;
        this.limits = limits;
        this.time = time;
    }

    /// @param title by language
    /// @param status ACTIVE, EXPIRED, SUSPENDED, REVOKED or ABSORBED
    record Shown(
            UUID id,
            Map<String, String> title,
            String issuer,
            String recipient,
            LocalDate awardedOn,
            Optional<String> grade,
            Optional<Instant> validUntil,
            String status,
            Optional<String> statusReason,
            UUID spec) {
        static Shown of(Held held, Instant now) {
            var credential = held.credential();
            return new Shown(
                    credential.id().value(),
                    held.spec().content().title(),
                    held.issuer().legalName(),
                    held.award().recipient().name(),
                    held.award().awardedOn(),
                    held.award().grade(),
                    credential.validUntil(),
                    held.status(now),
                    credential.statusReason(),
                    held.spec().id().value());
        }
    }

    /// @param underway how many awards are still being made into credentials
    record HeldCredentials(List<Shown> credentials, long underway) {}

    /// @param code what stands on the sheet, or the last part of the letter's link
    record Claim(@Nullable String code) {}

    /// @param credential left out while it is still being signed
    record Claimed(Optional<UUID> credential) {}

    @Operation(summary = "What I hold, newest first")
    @GetMapping("/credentials")
    HeldCredentials list(@AuthenticationPrincipal SignedIn me) {
        var contents = portfolio.of(me.person());
        var now = time.instant();
        return new HeldCredentials(
                contents.held().stream().map(held -> Shown.of(held, now)).toList(), contents.underway());
    }

    @Operation(
            summary = "One credential in short",
            description = "The signed document itself is below it at badge.json, baked into pictures at badge.png and"
                    + " badge.svg, for paper at badge.pdf; a learner record (CLR 2.0) with what it is built on at"
                    + " clr.json, where the award is built on others.")
    @GetMapping("/credentials/{id}")
    Shown one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return portfolio
                .one(me.person(), new CredentialId(id))
                .map(held -> Shown.of(held, time.instant()))
                .orElseThrow(() -> new NotFoundException("credential"));
    }

    @Operation(
            summary = "Claim an award",
            description = "With the code of a sheet, or the last part of a letter's link. Claiming again what is mine"
                    + " answers the same. 404: no such code. 409: somebody else holds it. 429: too many wrong codes.")
    @PostMapping("/claims")
    Claimed claim(
            @AuthenticationPrincipal SignedIn me, @RequestBody Claim claim, HttpServletRequest request, Locale locale) {
        if (!limits.hasLeft(ClaimPages.TRIES, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var code = claim.code() == null ? "" : claim.code().strip();
        return switch (claiming.take(code, Optional.of(me.person()), Languages.nearest(locale))) {
            case Claiming.Outcome.Taken taken -> new Claimed(taken.first().map(CredentialId::value));
            case Claiming.Outcome.HeldByAnother other -> throw new ConflictException("portfolio.claim.held");
            case Claiming.Outcome.Unknown unknown -> {
                limits.permits(ClaimPages.TRIES, request.getRemoteAddr());
                throw new NotFoundException("claim");
            }
        };
    }
}
