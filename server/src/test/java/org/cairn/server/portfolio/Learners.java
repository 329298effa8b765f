package org.cairn.server.portfolio;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.cairn.server.catalogue.SpecContent.Stacking;
import org.cairn.server.catalogue.SpecContent.Supervision;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.operate.MasterKey;
import org.cairn.server.operate.Post;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Beginnings of these tests: somebody who was awarded something.
class Learners {
    static final String TITLE = "First aid at sea";

    private final Fixtures fixtures;
    private final Specs specs;
    private final Awards awards;
    private final Credentials credentials;
    private final JdbcClient jdbc;
    private final MasterKey key;
    private final Post post;

    Learners(
            Fixtures fixtures,
            Specs specs,
            Awards awards,
            Credentials credentials,
            JdbcClient jdbc,
            MasterKey key,
            Post post) {
        this.fixtures = fixtures;
        this.specs = specs;
        this.awards = awards;
        this.credentials = credentials;
        this.jdbc = jdbc;
        this.key = key;
        this.post = post;
    }

    /// A person with one credential.
    record Learner(Person person, IssuedCredential credential, Acting issuer) {}

    Learner aLearner() {
        var issuer = anIssuer();
        var address = fixtures.anAddress();
        var award = awarded(issuer, Optional.of(address));
        var person = fixtures.aPerson(address);
        return new Learner(person, credentialOf(award), issuer);
    }

    Acting anIssuer() {
        return fixtures.acting(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);
    }

    Award awarded(Acting issuer, Optional<EmailAddress> email) {
        return awards.award(
                issuer,
                new Awarding(
                        aVersion(issuer),
                        "Nadia Haddad",
                        email,
                        Optional.empty(),
                        LocalDate.of(2026, 9, 14),
                        Optional.of("Passed"),
                        Optional.empty()));
    }

    IssuedCredential credentialOf(Award award) {
        return credentials.ofAwards(List.of(award.id())).getFirst();
    }

    /// The path that the letter about an award leads to.
    String letterPath(Award award) {
        var text = post.about("award:" + award.id().value()).getFirst().text();
        var link = Pattern.compile("(/claim/[A-Za-z0-9_-]+)").matcher(text);
        if (!link.find()) {
            throw new AssertionError("no claim link in: " + text);
        }
        return link.group(1);
    }

    /// The code on the sheet of an award, as the sheet's printer reads it.
    String codeOf(Award award) {
        var sealed = jdbc.sql("select sealed_code from claim_ticket where award_id = :award")
                .param("award", award.id().value())
                .query(byte[].class)
                .single();
        return new String(key.open(sealed, "claim-code:" + award.id()), StandardCharsets.US_ASCII);
    }

    /// As when the institution awards the same learner once more, now with her address.
    void addressLearnt(Acting issuer, Award award, EmailAddress address) {
        jdbc.sql("update recipient set email = :email where id = :id and organisation_id = :organisation")
                .param("email", address.value())
                .param("id", award.recipient().id().value())
                .param("organisation", issuer.organisationId().value())
                .update();
    }

    /// What the audit trail says of an award.
    List<String> deeds(Award award) {
        return jdbc.sql("select action from audit_event where subject = :subject")
                .param("subject", "award:" + award.id())
                .query((row, n) -> row.getString("action"))
                .list();
    }

    private SpecVersionId aVersion(Acting issuer) {
        return specs.publish(issuer, specs.create(issuer, content()), Optional.of("made for a test of the portfolio"));
    }

    private static SpecContent content() {
        return new SpecContent(
                Fixtures.texts("en", TITLE, "ar", "الإسعافات الأولية في البحر", "es", "Primeros auxilios en el mar"),
                Map.of("en", "What to do until the helicopter comes."),
                List.of(
                        new Outcome(Map.of("en", "Can stop a bleeding", "ar", "يستطيع إيقاف النزيف"), Set.of(0)),
                        new Outcome(Map.of("en", "Can resuscitate with two helpers"), Set.of(0, 1))),
                List.of(new Skill("http://data.europa.eu/esco/skill/1", "provide first aid", "ESCO")),
                Optional.of(new BigDecimal("25")),
                Optional.of(BigDecimal.ONE),
                "",
                Optional.of(4),
                "",
                "",
                List.of(
                        new Assessment(AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "A drill on deck")),
                        new Assessment(AssessmentType.WRITTEN_EXAMINATION, Map.of("en", "Forty questions"))),
                Optional.of(Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(Participation.ON_SITE),
                List.of(new QualityAssurance(QaType.INTERNAL_ONLY, "", "")),
                Map.of("en", "Both assessments passed"),
                Map.of(),
                List.of(),
                new Stacking(Stacking.Kind.STANDALONE, List.of()),
                "",
                "",
                List.of("en"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
