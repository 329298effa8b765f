package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.SignedIn;
import org.springframework.security.core.userdetails.UserDetailsService;

/// Readable beginnings for tests of stacks: modules with credits, learners who hold them, rules in text.
public class StackFixtures {
    static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private final Specs specs;
    private final Awards awards;
    private final Stacks stacks;
    private final People people;
    private final UserDetailsService principals;
    private final StackClaims claims;
    private final Recognitions recognitions;
    private final Sweeps sweeps;

    StackFixtures(
            Specs specs,
            Awards awards,
            Stacks stacks,
            People people,
            UserDetailsService principals,
            StackClaims claims,
            Recognitions recognitions,
            Sweeps sweeps) {
        this.specs = specs;
        this.awards = awards;
        this.stacks = stacks;
        this.people = people;
        this.principals = principals;
        this.claims = claims;
        this.recognitions = recognitions;
        this.sweeps = sweeps;
    }

    /// Something in every queue of an institution's desk.
    record Desk(StackVersion version, ClaimId waiting, ClaimId confirmed, RecognitionId asked, AwardId lost) {}

    /// One learner waits for a certificate, another has it and lost a module of it, and asks for recognition.
    public Desk aFullDesk(Acting by, Person waiting, Person certified) {
        var certificate = aModule(by, "Certificate", 10, 6);
        var modules = List.of(aModule(by, "Reading maps", 5, 6), aModule(by, "Drawing maps", 5, 6));
        var version = aCertificate(by, certificate, modules, "L6", "");
        var claim = claimed(by, version, modules, waiting);
        var confirmed = claimed(by, version, modules, certified);
        claims.confirm(by, confirmed, "All seen.");
        var lost = awards.heldBy(certified.id()).stream()
                .filter(award -> award.spec().equals(modules.getFirst()))
                .findFirst()
                .orElseThrow()
                .id();
        awards.annul(by, lost, "It was somebody else's work.");
        sweeps.begin(by, version.id());
        var asked = recognitions.ask(
                signedIn(certified),
                by.organisationId(),
                new Recognition.Wish(
                        Recognition.Kind.PRIOR_LEARNING,
                        "Ten years at sea",
                        "",
                        "Logbooks of ten years.",
                        MAY_DAY,
                        BigDecimal.valueOf(5),
                        Optional.empty()));
        return new Desk(version, claim, confirmed, asked, lost);
    }

    private ClaimId claimed(Acting by, StackVersion version, List<SpecVersionId> modules, Person learner) {
        var address = people.emails(learner.id()).getFirst().address();
        modules.forEach(module -> award(by, module, learner, address));
        return ((ClaimOutcome.Waiting) claims.claim(signedIn(learner), version.id())).claim();
    }

    SpecVersionId aModule(Acting by, String title, int ects, int eqf) {
        return aModule(by, title, ects, eqf, Optional.empty());
    }

    /// @param months how long it is good for
    SpecVersionId aModule(Acting by, String title, int ects, int eqf, Optional<Integer> months) {
        var blank = SpecContent.empty();
        var content = new SpecContent(
                Fixtures.texts("en", title),
                blank.description(),
                blank.outcomes(),
                blank.skills(),
                blank.hours(),
                Optional.of(BigDecimal.valueOf(ects)),
                blank.noEctsReason(),
                Optional.of(eqf),
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
                months,
                blank.furtherInformation(),
                Map.of(),
                blank.image());
        return specs.publish(
                by, specs.create(by, content), Optional.of("A module for tests; nobody earns it in earnest."));
    }

    Award award(Acting by, SpecVersionId spec, Person to, EmailAddress address) {
        return awards.award(
                by,
                new Awarding(
                        spec,
                        to.name(),
                        Optional.of(address),
                        Optional.empty(),
                        MAY_DAY,
                        Optional.empty(),
                        Optional.empty()));
    }

    /// The spec whose version it is.
    SpecId specOf(SpecVersionId version) {
        return specs.published(version).orElseThrow().spec();
    }

    String spec(SpecVersionId version) {
        return specOf(version).toString();
    }

    SignedIn signedIn(Person person) {
        var address = people.emails(person.id()).getFirst().address();
        return (SignedIn) principals.loadUserByUsername(address.value());
    }

    /// A certificate of two of these modules, each of which counts once at its level.
    StackVersion aCertificate(Acting by, SpecVersionId awards, List<SpecVersionId> modules, String level, String more) {
        var text = """
                stack: draft
                version: 1
                title: {en: Certificate of maps}
                awards: %s
                level: %s
                inForce: {from: 2026-01-01}
                credit: {scheme: ECTS, rounding: exact}
                root:
                  all:
                    - slot: modules
                      title: {en: Two modules}
                      need: {count: 2}
                      accepts: {spec: [%s]}
                constraints:
                  - totalCredits: 10
                  - distinct: {what: ITEM, scope: SAME_LEVEL_AWARDS}
                %s
                options:
                  denominator: AWARD_TOTAL
                  rounding: exact
                  splitting: whole
                  surplus: LOST
                  recency: TODAY
                  expiry: REVIEW
                  annulment: REVIEW
                  confirmation: REGISTRAR
                """.formatted(
                awards,
                level,
                String.join(", ", modules.stream().map(SpecVersionId::toString).toList()),
                more);
        var name = "s" + java.util.UUID.randomUUID();
        return stacks.publish(by, stacks.create(by, name, text));
    }

    /// The next version of a stack, with one thing said otherwise.
    StackVersion newer(Acting by, StackVersion version, String instead, String now) {
        var draft = stacks.draft(by.organisationId(), version.stack());
        stacks.save(by, version.stack(), draft.text().replace(instead, now), draft.revision());
        return stacks.publish(by, version.stack());
    }
}
