package org.cairn.server.navigate;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.offering.OfferingTerms;

/// Under which terms somebody plans for a goal. Empty means no limit. Nothing here says who she is.
///
/// @param start when the plan begins; empty for the day it is made
/// @param currency ISO 4217; what is offered in another one is left out unless it is free
/// @param place where she can go; blank for anywhere
/// @param accessible only what says how everybody can take part
/// @param waiver whether she may use waivers of fees
/// @param verified whether only what credentials show counts as a skill of hers
/// @param recognised rather what is quality assured from outside
/// @param pins offerings that the plan must hold
/// @param exclusions offerings that it must not
record Terms(
        Optional<LocalDate> start,
        Optional<LocalDate> deadline,
        Optional<BigDecimal> hoursPerWeek,
        Optional<BigDecimal> budget,
        String currency,
        List<String> languages,
        Set<OfferingTerms.Mode> modes,
        String place,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean accessible,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean waiver,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean verified,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean recognised,
        Set<UUID> pins,
        Set<UUID> exclusions) {
    static final Terms USUAL = new Terms(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal(6)),
            Optional.of(new BigDecimal(300)),
            "EUR",
            List.of(),
            Set.of(),
            "",
            false,
            false,
            false,
            false,
            Set.of(),
            Set.of());

    Terms {
        // A program that sends terms may leave out what it does not limit.
        currency = Objects.requireNonNullElse(currency, "EUR");
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        modes = Set.copyOf(Objects.requireNonNullElse(modes, Set.of()));
        place = Objects.requireNonNullElse(place, "");
        pins = Set.copyOf(Objects.requireNonNullElse(pins, Set.of()));
        exclusions = Set.copyOf(Objects.requireNonNullElse(exclusions, Set.of()));
    }

    /// The same with other choices of offerings.
    Terms choosing(Set<UUID> nowPinned, Set<UUID> nowExcluded) {
        return new Terms(
                start,
                deadline,
                hoursPerWeek,
                budget,
                currency,
                languages,
                modes,
                place,
                accessible,
                waiver,
                verified,
                recognised,
                nowPinned,
                nowExcluded);
    }

    Terms pinning(UUID offering) {
        return choosing(with(pins, offering), without(exclusions, offering));
    }

    Terms excluding(UUID offering) {
        return choosing(without(pins, offering), with(exclusions, offering));
    }

    Terms leaving(UUID offering) {
        return choosing(without(pins, offering), without(exclusions, offering));
    }

    private static Set<UUID> with(Set<UUID> some, UUID one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private static Set<UUID> without(Set<UUID> some, UUID one) {
        return some.stream().filter(each -> !each.equals(one)).collect(Collectors.toSet());
    }
}
