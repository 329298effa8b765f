package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.PersonId;
import org.springframework.stereotype.Service;

/// What would bring somebody forward in the stacks she is registered for. Thread-safe.
@Service
public class StackAdvance {
    private static final BigDecimal TENTHS = BigDecimal.TEN;

    private final Registrations registrations;
    private final LearnerStacks stacks;

    StackAdvance(Registrations registrations, LearnerStacks stacks) {
        this.registrations = registrations;
        this.stacks = stacks;
    }

    /// Versions that some part of one of her stacks would take and that she does not hold, each with what it counts:
    /// its
    /// ECTS credits in tenths, or 10 where it states none. Empty when she is registered for nothing.
    public Map<SpecVersionId, Integer> of(PersonId person) {
        var counts = new HashMap<SpecVersionId, Integer>();
        registrations.of(person).stream()
                .map(registration -> stacks.look(person, stacks.version(registration.version())))
                .flatMap(look -> look.courses().stream())
                .forEach(course -> counts.merge(course.spec().id(), tenths(course), Math::max));
        return Map.copyOf(counts);
    }

    private static int tenths(Course course) {
        return course.spec()
                .content()
                .ects()
                .map(ects -> ects.multiply(TENTHS).intValue())
                .filter(tenths -> tenths > 0)
                .orElse(TENTHS.intValue());
    }
}
