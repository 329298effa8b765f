package org.cairn.server.stack;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// For a learner's own program: her stacks, what would be if, claims.
@RestController
@RequestMapping("/api/me/stacks")
@Tag(name = "My stacks")
class MyStacksApi {
    private static final int MOST_TAKEN = 30;

    private final LearnerStacks stacks;
    private final Registrations registrations;
    private final StackClaims claims;
    private final DecisionWords words;

    MyStacksApi(LearnerStacks stacks, Registrations registrations, StackClaims claims, DecisionWords words) {
        this.stacks = stacks;
        this.registrations = registrations;
        this.claims = claims;
        this.words = words;
    }

    /// @param counting how many of what she holds counts
    record InShort(
            UUID version,
            Map<String, String> title,
            String institution,
            boolean registered,
            boolean met,
            String progress,
            int counting) {}

    /// @param registeredOn left out while she is not registered for this version
    /// @param open what she could take, for `what-if`
    record Progress(
            UUID version,
            int number,
            Map<String, String> title,
            String institution,
            UUID awards,
            Optional<LocalDate> registeredOn,
            boolean leaving,
            Optional<UUID> newer,
            DecisionCodes decision,
            List<Open> open) {}

    /// @param days at ten hours a week
    record Open(String key, UUID spec, Map<String, String> title, String from, Optional<BigDecimal> ects, int days) {}

    /// @param take keys of `open`
    record Take(@Nullable List<String> take) {}

    /// @param closes places that would be filled
    record Otherwise(DecisionCodes now, DecisionCodes then, List<String> closes) {}

    /// @param outcome WAITING, CONFERRED or NOT_MET
    record Claimed(String outcome, Optional<UUID> claim, Optional<DecisionCodes> decision) {}

    record ClaimInShort(
            UUID id,
            UUID version,
            Claim.Status status,
            Instant claimedAt,
            Optional<Instant> decidedAt,
            Optional<String> reason,
            Optional<String> appeal,
            Optional<UUID> award) {
        static ClaimInShort of(Claim claim) {
            return new ClaimInShort(
                    claim.id().value(),
                    claim.version().value(),
                    claim.status(),
                    claim.claimedAt(),
                    claim.decidedAt(),
                    claim.reason(),
                    claim.appeal(),
                    claim.award().map(award -> award.value()));
        }
    }

    record WholeClaim(ClaimInShort claim, DecisionCodes decision) {}

    record Appeal(@Nullable String text) {}

    @Operation(summary = "Stacks: mine first, then those to which something I hold counts, then others that are open")
    @GetMapping
    List<InShort> list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q, Locale locale) {
        return stacks.list(me.person(), q.length() > 100 ? q.substring(0, 100) : q, locale).stream()
                .map(entry -> new InShort(
                        entry.version().id().value(),
                        entry.version().rule().title(),
                        entry.institution(),
                        entry.registered(),
                        entry.met(),
                        entry.progress(),
                        entry.counting()))
                .toList();
    }

    @Operation(summary = "How far I am in one stack, as a decision in codes and words")
    @GetMapping("/{version}")
    Progress one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID version, Locale locale) {
        var look = look(me, version);
        var stack = look.version();
        var here = look.registration().filter(now -> now.version().equals(stack.id()));
        return new Progress(
                version,
                stack.number(),
                stack.rule().title(),
                stacks.institution(stack),
                stack.awards().value(),
                here.map(Registration::on),
                here.map(Registration::leaving).orElse(false),
                stacks.newer(stack).map(newer -> newer.id().value()),
                codes(look, locale),
                look.courses().stream().map(MyStacksApi::open).toList());
    }

    private static Open open(Course course) {
        return new Open(
                course.key(),
                course.spec().id().value(),
                course.spec().content().title(),
                course.from(),
                course.spec().content().ects(),
                course.days());
    }

    private LearnerStacks.Look look(SignedIn me, UUID version) {
        return stacks.look(me.person(), stacks.version(new StackVersionId(version)));
    }

    private DecisionCodes codes(LearnerStacks.Look look, Locale locale) {
        return stacks.codes(look, look.decision(), locale);
    }

    @Operation(summary = "What the decision would be if I took these; nothing is stored")
    @PostMapping("/{version}/what-if")
    Otherwise whatIf(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID version, @RequestBody Take take, Locale locale) {
        var look = look(me, version);
        var keys = take.take() == null ? List.<String>of() : take.take();
        var then = stacks.whatIf(look, Set.copyOf(keys.subList(0, Math.min(keys.size(), MOST_TAKEN))));
        return new Otherwise(codes(look, locale), stacks.codes(look, then, locale), stacks.closes(look, then, locale));
    }

    @Operation(
            summary = "Register for this version",
            description = "Done twice it stays as it is. 409: it is not open, or I am registered for another version.")
    @PostMapping("/{version}/register")
    Progress register(@AuthenticationPrincipal SignedIn me, @PathVariable UUID version, Locale locale) {
        registrations.register(me, new StackVersionId(version));
        return one(me, version, locale);
    }

    @Operation(
            summary = "Ask for the award",
            description = "409: it was asked for before, or something that was to count was used meanwhile.")
    @PostMapping("/{version}/claim")
    Claimed claim(@AuthenticationPrincipal SignedIn me, @PathVariable UUID version, Locale locale) {
        return switch (claims.claim(me, new StackVersionId(version))) {
            case ClaimOutcome.Waiting(var claim) ->
                new Claimed("WAITING", Optional.of(claim.value()), Optional.empty());
            case ClaimOutcome.Conferred(var claim) ->
                new Claimed("CONFERRED", Optional.of(claim.value()), Optional.empty());
            case ClaimOutcome.NotMet _ ->
                new Claimed("NOT_MET", Optional.empty(), Optional.of(codes(look(me, version), locale)));
        };
    }

    @Operation(summary = "What I asked for, newest first")
    @GetMapping("/claims")
    List<ClaimInShort> claims(@AuthenticationPrincipal SignedIn me) {
        return claims.of(me.person()).stream().map(ClaimInShort::of).toList();
    }

    @Operation(summary = "One claim with its decision")
    @GetMapping("/claims/{id}")
    WholeClaim oneClaim(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var looked = claims.look(me, new ClaimId(id));
        var view = words.view(looked.version(), looked.decision(), looked.items(), locale);
        return new WholeClaim(
                ClaimInShort.of(looked.claim()),
                DecisionCodes.of(looked.decision(), view, looked.decision().fixes()));
    }

    @Operation(summary = "Appeal once against a refusal")
    @PostMapping("/claims/{id}/appeal")
    WholeClaim appeal(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Appeal appeal, Locale locale) {
        claims.appeal(me, new ClaimId(id), appeal.text() == null ? "" : appeal.text());
        return oneClaim(me, id, locale);
    }
}
