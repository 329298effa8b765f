package org.cairn.server.award;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;

/// Readable beginnings for tests of awards.
final class AwardFixtures {
    static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private AwardFixtures() {}

    static SpecVersionId aPublishedSpec(Specs specs, Acting by) {
        var blank = SpecContent.empty();
        var content = new SpecContent(
                Fixtures.texts("en", "Reading maps", "es", "Leer mapas"),
                blank.description(),
                blank.outcomes(),
                blank.skills(),
                blank.hours(),
                blank.ects(),
                blank.noEctsReason(),
                blank.eqfLevel(),
                blank.nationalLevel(),
                blank.noLevelReason(),
                blank.assessments(),
                blank.supervision(),
                blank.participation(),
                blank.qualityAssurance(),
                blank.criteria(),
                blank.prerequisites(),
                blank.entrySkills(),
                blank.stacking(),
                blank.gradingScheme(),
                blank.fieldOfStudy(),
                blank.languages(),
                blank.validMonths(),
                blank.furtherInformation(),
                Map.of(),
                blank.image());
        return specs.publish(
                by, specs.create(by, content), Optional.of("A spec for tests; nobody earns it in earnest."));
    }

    static Awarding awarding(SpecVersionId spec, String name, Optional<EmailAddress> email) {
        return new Awarding(spec, name, email, Optional.empty(), MAY_DAY, Optional.empty(), Optional.empty());
    }
}
