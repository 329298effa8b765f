package org.cairn.server.hiring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Outcome;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.catalogue.SpecContent.QualityAssurance;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.catalogue.SpecContent.Supervision;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.hiring.RoleSkill.Weight;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readable beginnings for tests of hiring: employers, roles, credentials that name skills.
public class HiringFixtures {
    private final Fixtures fixtures;
    private final Specs specs;
    private final Awards awards;
    private final Credentials credentials;
    private final Roles roles;
    private final Checks checks;
    private final Taxonomies taxonomies;
    private final JdbcClient jdbc;

    HiringFixtures(
            Fixtures fixtures,
            Specs specs,
            Awards awards,
            Credentials credentials,
            Roles roles,
            Checks checks,
            Taxonomies taxonomies,
            JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.specs = specs;
        this.awards = awards;
        this.credentials = credentials;
        this.roles = roles;
        this.checks = checks;
        this.taxonomies = taxonomies;
        this.jdbc = jdbc;
    }

    /// With a proven domain, as whoever looks for people must have.
    public Acting anEmployer() {
        var employer = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        jdbc.sql("""
                insert into organisation_domain (organisation_id, domain, token, proven_at, checked_at)
                values (:id, :domain, 'for-tests', now(), now())
                """)
                .param("id", employer.id().value())
                .param("domain", employer.slug() + ".example")
                .update();
        return fixtures.acting(employer, Role.EMPLOYER);
    }

    public Acting anIssuer() {
        return fixtures.acting(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);
    }

    /// Skills of the taxonomy that is current, none above another.
    public List<Skill> skills(int count) {
        return taxonomies.current().skills().stream()
                .filter(skill -> taxonomies.current().narrower(skill.uri()).isEmpty())
                .filter(skill -> taxonomies.current().broader(skill.uri()).stream()
                        .noneMatch(uri -> taxonomies.skill(uri).isPresent()))
                .limit(count)
                .map(HiringFixtures::named)
                .toList();
    }

    /// @param broader directly above the other
    public record Pair(Skill broader, Skill narrower) {}

    public Optional<Pair> aBroaderAndANarrower() {
        var taxonomy = taxonomies.current();
        return taxonomy.skills().stream()
                .flatMap(skill -> taxonomy.broader(skill.uri()).stream()
                        .flatMap(above -> taxonomy.skill(above).stream())
                        .map(above -> new Pair(named(above), named(skill))))
                .findFirst();
    }

    private static Skill named(Entry.Skill skill) {
        return new Skill(skill.uri().value(), skill.in("en").label(), "ESCO");
    }

    /// A credential that names skills, at EQF level 4 (which is a WORKING level).
    public IssuedCredential aCredential(Acting issuer, Optional<EmailAddress> to, String title, List<Skill> skills) {
        return aCredential(issuer, to, title, skills, Optional.empty());
    }

    public IssuedCredential aCredential(
            Acting issuer, Optional<EmailAddress> to, String title, List<Skill> skills, Optional<Integer> validMonths) {
        var version = specs.publish(
                issuer, specs.create(issuer, content(title, skills, validMonths)), Optional.of("made for a test"));
        var award = awards.award(
                issuer,
                new Awarding(
                        version,
                        "Nadia Haddad",
                        to,
                        Optional.empty(),
                        LocalDate.of(2026, 2, 14),
                        Optional.of("Passed"),
                        Optional.empty()));
        return of(award);
    }

    private IssuedCredential of(Award award) {
        return credentials.ofAwards(List.of(award.id())).getFirst();
    }

    public RoleId aRole(Acting employer, String title, List<Skill> skills) {
        var role = roles.create(employer, title, "At the harbour.", Optional.empty(), Locale.ENGLISH);
        skills.forEach(skill -> roles.want(
                employer, role, new ConceptUri(skill.uri()), Weight.REQUIRED, Level.WORKING, Locale.ENGLISH));
        return role;
    }

    /// A role, a version of it and a kept check.
    public void aFullDesk(Acting employer) {
        var role = roles.create(employer, "Harbour hand", "", Optional.empty(), Locale.ENGLISH);
        roles.wantInWords(employer, role, "Mooring", Weight.REQUIRED, Level.BASIC);
        checks.keep(employer, role, "No. 7", 30, new ApplicantCheck.Result(List.of(), List.of()));
    }

    private static SpecContent content(String title, List<Skill> skills, Optional<Integer> validMonths) {
        var blank = SpecContent.empty();
        return new SpecContent(
                Fixtures.texts("en", title),
                Map.of("en", "Learnt and shown at the harbour."),
                List.of(new Outcome(Map.of("en", "Can do it alone"), Set.of(0))),
                skills,
                Optional.of(new BigDecimal("25")),
                Optional.of(BigDecimal.ONE),
                "",
                Optional.of(4),
                "",
                "",
                List.of(new Assessment(AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "A day's work"))),
                Optional.of(Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(Participation.ON_SITE),
                List.of(new QualityAssurance(QaType.INTERNAL_ONLY, "", "")),
                Map.of("en", "Done without a fault"),
                Map.of(),
                blank.entrySkills(),
                blank.stacking(),
                "",
                "",
                List.of("en"),
                validMonths,
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
