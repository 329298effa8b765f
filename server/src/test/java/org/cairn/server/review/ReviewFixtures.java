package org.cairn.server.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;

/// Readable beginnings for tests of reviews.
public final class ReviewFixtures {
    static final String EU = "EU-2022";
    static final String IRELAND = "IE-MICROCREDS";
    static final String REASON = "Looked at closely, with the minutes of the council.";

    private ReviewFixtures() {}

    /// One that meets the EU pack, and the Irish one as far as its spec can say.
    public static SpecContent content(String title) {
        return new SpecContent(
                Map.of("en", title),
                Map.of("en", "Join two ropes so that they hold."),
                List.of(new SpecContent.Outcome(Map.of("en", "Make an eye splice that holds"), Set.of(0))),
                List.of(),
                Optional.of(new BigDecimal("25")),
                Optional.of(new BigDecimal("1")),
                "",
                Optional.of(5),
                "NFQ 6",
                "",
                List.of(new SpecContent.Assessment(
                        SpecContent.AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "Two splices under load"))),
                Optional.of(SpecContent.Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(SpecContent.Participation.ON_SITE, SpecContent.Participation.ONLINE),
                List.of(new SpecContent.QualityAssurance(SpecContent.QaType.INTERNAL_ONLY, "", "")),
                Map.of(),
                Map.of(),
                List.of(),
                new SpecContent.Stacking(SpecContent.Stacking.Kind.UNSTATED, List.of()),
                "",
                "",
                List.of("en"),
                Optional.of(24),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /// A school with a draft, and a quality body with a reviewer.
    record Scene(Acting designer, SpecId spec, Organisation body, Acting reviewer) {
        String draft() {
            return "draft:" + spec;
        }
    }

    static Scene scene(Fixtures fixtures, Specs specs) {
        var designer = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER);
        var body = fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY);
        return new Scene(
                designer, specs.create(designer, content("Splicing rope")), body, fixtures.acting(body, Role.REVIEWER));
    }

    static Submissions.Wish wish(Scene scene, OrganisationId body, String... packs) {
        return new Submissions.Wish(scene.draft(), List.of(packs), body.toString());
    }

    static PersonId person(Acting acting) {
        return Independence.person(acting);
    }

    static Deciding.Wish decision(Decision decision, Condition.Wish... conditions) {
        return new Deciding.Wish(decision.name(), REASON, "", List.of(conditions));
    }
}
