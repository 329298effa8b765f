package org.cairn.server.offering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.offering.OfferingTerms.Mode;

/// Readable beginnings for tests of offerings.
final class OfferingFixtures {
    static final LocalDate MARCH_1 = LocalDate.of(2190, 3, 1);
    static final LocalDate MARCH_9 = LocalDate.of(2190, 3, 9);
    static final LocalDate MARCH_31 = LocalDate.of(2190, 3, 31);

    private OfferingFixtures() {}

    static SpecVersionId aPublishedSpec(Specs specs, Acting by) {
        return specs.publish(
                by,
                specs.create(by, SpecContent.empty()),
                Optional.of("A spec for tests; nobody earns it in earnest."));
    }

    /// On site from the 9th to the 31st of March, to be applied for until the 1st.
    static OfferingTerms aClass() {
        return new OfferingTerms(
                Fixtures.texts("es", "Grupo de tarde", "en", "Evening class"),
                Optional.of(MARCH_9),
                Optional.of(MARCH_31),
                Optional.of(MARCH_1),
                new BigDecimal("120.50"),
                "EUR",
                true,
                Fixtures.texts("en", "Volunteers of a rescue service"),
                Mode.ON_SITE,
                "Dock Road, hall",
                List.of("en", "es-MX"),
                Optional.of(new BigDecimal("4.5")),
                Fixtures.texts("en", "No steps"),
                Optional.of(16),
                "https://school.example/apply");
    }

    /// Online, free, for everybody, at any time.
    static OfferingTerms anOpenCourse() {
        return new OfferingTerms(
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                "EUR",
                false,
                Map.of(),
                Mode.ONLINE,
                "",
                List.of("en"),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "");
    }
}
