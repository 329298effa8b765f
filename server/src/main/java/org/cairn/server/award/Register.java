package org.cairn.server.award;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;

/// Who is who among the learners of one organisation. A learner is known by her number, else by her e-mail address,
/// else by her exact name; a wish that contradicts what is known is refused rather than guessed at. Not thread-safe:
/// made for one pass, in which it also learns the new ones.
final class Register {
    private final Map<String, Recipient> byNumber = new HashMap<>();
    private final Map<String, List<Recipient>> byEmail = new HashMap<>();
    private final Map<NameKey, Recipient> byNameAlone = new HashMap<>();

    private final Map<RecipientId, Recipient> fresh = new LinkedHashMap<>();
    private final Map<RecipientId, Recipient> changed = new LinkedHashMap<>();
    private final OrganisationId organisation;

    Register(OrganisationId organisation, Collection<Recipient> known) {
        this.organisation = organisation;
        known.forEach(this::learn);
    }

    /// Who was not known before this pass.
    List<Recipient> fresh() {
        return List.copyOf(fresh.values());
    }

    /// Who was known, and of whom this pass learnt an address or a number.
    List<Recipient> changed() {
        return List.copyOf(changed.values());
    }

    /// Finds whom a wish means, or enters her.
    Resolution resolve(Awarding wish) {
        return switch (match(wish)) {
            case Match.Known(Recipient known, boolean learnt) -> new Resolution.Found(learnt ? changed(known) : known);
            case Match.New() -> new Resolution.Found(entered(wish));
            case Match.Contradiction(Reason reason) -> new Resolution.Contradiction(reason);
        };
    }

    private Recipient changed(Recipient recipient) {
        (fresh.containsKey(recipient.id()) ? fresh : changed).put(recipient.id(), recipient);
        learn(recipient);
        return recipient;
    }

    private Recipient entered(Awarding wish) {
        var recipient = new Recipient(
                new RecipientId(UUID.randomUUID()),
                organisation,
                NameKey.tidy(wish.name()),
                wish.email(),
                wish.learnerNumber(),
                Optional.empty());
        fresh.put(recipient.id(), recipient);
        learn(recipient);
        return recipient;
    }

    /// Whom a wish means.
    sealed interface Resolution {
        record Found(Recipient recipient) implements Resolution {}

        record Contradiction(Reason reason) implements Resolution {}
    }

    /// What the register makes of a wish.
    private sealed interface Match {
        /// @param recipient as she is known, with what the wish adds to it
        /// @param learnt the wish told an address or a number that was not known
        record Known(Recipient recipient, boolean learnt) implements Match {}

        record New() implements Match {}

        record Contradiction(Reason reason) implements Match {}
    }

    /// Adds somebody, or replaces what was known of her.
    private void learn(Recipient recipient) {
        recipient.learnerNumber().ifPresent(number -> byNumber.put(number, recipient));
        recipient.email().ifPresent(email -> {
            var same = byEmail.computeIfAbsent(email.value(), e -> new ArrayList<>());
            same.removeIf(r -> r.id().equals(recipient.id()));
            same.add(recipient);
        });
        var key = NameKey.of(recipient.name());
        if (recipient.learnerNumber().isEmpty() && recipient.email().isEmpty()) {
            byNameAlone.put(key, recipient);
        } else {
            byNameAlone.computeIfPresent(key, (k, r) -> r.id().equals(recipient.id()) ? null : r);
        }
    }

    private Match match(Awarding wish) {
        if (wish.learnerNumber().isPresent()) {
            var known = byNumber.get(wish.learnerNumber().get());
            return known == null ? withoutNumberYet(wish) : sameNumber(known, wish);
        }
        if (wish.email().isPresent()) {
            return sameAddress(byEmail.getOrDefault(wish.email().get().value(), List.of()), wish);
        }
        var known = byNameAlone.get(NameKey.of(wish.name()));
        return known == null ? new Match.New() : new Match.Known(known, false);
    }

    private static Match sameNumber(Recipient known, Awarding wish) {
        if (!sameName(known, wish)) {
            return new Match.Contradiction(Reason.of(
                    "award.reason.numberKnownAs", known.learnerNumber().orElse(""), known.name()));
        }
        if (known.email().isPresent()
                && wish.email().isPresent()
                && !known.email().equals(wish.email())) {
            return new Match.Contradiction(Reason.of(
                    "award.reason.numberKnownWith",
                    known.learnerNumber().orElse(""),
                    known.email().get()));
        }
        return new Match.Known(
                with(known, wish), known.email().isEmpty() && wish.email().isPresent());
    }

    /// Somebody who was known by her address alone may have got a number since.
    private Match withoutNumberYet(Awarding wish) {
        return wish.email()
                .flatMap(e -> byEmail.getOrDefault(e.value(), List.of()).stream()
                        .filter(r -> r.learnerNumber().isEmpty() && sameName(r, wish))
                        .findFirst())
                .<Match>map(r -> new Match.Known(with(r, wish), true))
                .orElseGet(Match.New::new);
    }

    private static Match sameAddress(List<Recipient> known, Awarding wish) {
        var sameName = known.stream().filter(r -> sameName(r, wish)).toList();
        if (sameName.size() > 1) {
            return new Match.Contradiction(Reason.of("award.reason.severalLearners", wish.name()));
        }
        if (sameName.isEmpty() && !known.isEmpty()) {
            return new Match.Contradiction(Reason.of(
                    "award.reason.addressKnownAs",
                    known.getFirst().email().orElseThrow(),
                    known.getFirst().name()));
        }
        return sameName.isEmpty() ? new Match.New() : new Match.Known(sameName.getFirst(), false);
    }

    private static boolean sameName(Recipient known, Awarding wish) {
        return NameKey.of(known.name()).equals(NameKey.of(wish.name()));
    }

    private static Recipient with(Recipient known, Awarding wish) {
        return new Recipient(
                known.id(),
                known.organisation(),
                known.name(),
                known.email().or(wish::email),
                known.learnerNumber().or(wish::learnerNumber),
                known.holder());
    }
}
