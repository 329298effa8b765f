package org.cairn.server.employer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readable beginnings for tests of employers: one with a proven domain, a microcredential to say something of.
public class EmployerFixtures {
    public static final String WHY = "For a test; nobody earns it in earnest.";

    private final Fixtures fixtures;
    private final Specs specs;
    private final Endorsements endorsements;
    private final EndorsementRequests requests;
    private final JdbcClient jdbc;

    EmployerFixtures(
            Fixtures fixtures, Specs specs, Endorsements endorsements, EndorsementRequests requests, JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.specs = specs;
        this.endorsements = endorsements;
        this.requests = requests;
        this.jdbc = jdbc;
    }

    public Acting anEmployer() {
        return fixtures.acting(fixtures.anOrganisation(Organisation.Kind.EMPLOYER), Role.EMPLOYER, Role.ADMIN);
    }

    public Acting aProvenEmployer() {
        var employer = anEmployer();
        proveDomain(employer.organisation());
        return employer;
    }

    public void proveDomain(Organisation organisation) {
        jdbc.sql("""
                insert into organisation_domain (organisation_id, domain, token, proven_at, checked_at)
                values (:id, :domain, 'for-tests', now(), now())
                """)
                .param("id", organisation.id().value())
                .param("domain", organisation.slug() + ".example")
                .update();
    }

    public Acting anInstitution() {
        return fixtures.acting(fixtures.anInstitution(), Role.ADMIN, Role.DESIGNER);
    }

    public SpecId aSpec(Acting institution, String title) {
        return specs.create(institution, content(title, "Weld a seam"));
    }

    public SpecVersionId aVersion(Acting institution, String title) {
        return specs.publish(institution, aSpec(institution, title), Optional.of(WHY));
    }

    /// Changes the draft of a version's spec and publishes it.
    public SpecVersionId aNewerVersion(Acting institution, SpecVersionId old, String outcome) {
        var version = specs.published(old).orElseThrow();
        var draft = specs.draft(institution.organisationId(), version.spec());
        specs.saveDraft(
                institution,
                version.spec(),
                content(version.content().title().getOrDefault("en", ""), outcome),
                draft.revision());
        return specs.publish(institution, version.spec(), Optional.of(WHY));
    }

    /// An endorsement by one and an open request of an organisation, for a test that goes round all doors.
    public void aFullDesk(Acting organisation) {
        proveDomain(organisation.organisation());
        endorsements.endorse(organisation, aVersion(anInstitution(), "Welding"), says("NEED"));
        requests.ask(
                organisation,
                new EndorsementRequests.Typed(
                        anEmployer().organisation().slug(),
                        aVersion(organisation, "Milling").toString(),
                        ""));
    }

    static EndorsementForm says(String... kinds) {
        return new EndorsementForm(List.of(kinds), "We look for this.", "NONE", "", "24");
    }

    public static SpecContent content(String title, String outcome) {
        return new SpecContent(
                Map.of("en", title),
                Map.of("en", "What one needs at work"),
                List.of(new SpecContent.Outcome(Map.of("en", outcome), Set.of(0))),
                List.of(new SpecContent.Skill("", "Welding", "")),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                List.of(new SpecContent.Assessment(
                        SpecContent.AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "A piece of work"))),
                Optional.empty(),
                Set.of(SpecContent.Participation.ON_SITE, SpecContent.Participation.WORK_EXPERIENCE),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                new SpecContent.Stacking(SpecContent.Stacking.Kind.UNSTATED, List.of()),
                "",
                "",
                List.of("en"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
