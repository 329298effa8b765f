package org.cairn.server.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.demo.DemoStory.Design;
import org.cairn.server.demo.DemoStory.Earned;
import org.cairn.server.demo.DemoStory.Learner;
import org.cairn.server.demo.DemoStory.Offered;
import org.cairn.server.demo.DemoStory.Ruled;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.People;
import org.cairn.server.issue.Credentials;
import org.cairn.server.offering.Offerings;
import org.cairn.server.stack.Stacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the story once, through the same doors as everybody: every award is real, every signature is real. All in
/// one transaction, so a start killed half-way begins again with nothing.
@Component
@Profile("demo")
class DemoSeed implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoSeed.class);

    private final DemoStory story;
    private final Organisations organisations;
    private final People people;
    private final Specs specs;
    private final Offerings offerings;
    private final Stacks stacks;
    private final Awards awards;
    private final Credentials credentials;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    DemoSeed(
            DemoStory story,
            Organisations organisations,
            People people,
            Specs specs,
            Offerings offerings,
            Stacks stacks,
            Awards awards,
            Credentials credentials,
            TransactionTemplate transaction,
            InstantSource time) {
        this.story = story;
        this.organisations = organisations;
        this.people = people;
        this.specs = specs;
        this.offerings = offerings;
        this.stacks = stacks;
        this.awards = awards;
        this.credentials = credentials;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (organisations.all().isEmpty()) {
            transaction.executeWithoutResult(status -> tell());
            log.info(
                    "The demonstration was set up: {} learners, {} microcredentials",
                    story.learners().size(),
                    story.specs().size());
        }
    }

    private void tell() {
        var houses = new HashMap<String, Organisation>();
        story.organisations()
                .forEach(h -> houses.put(
                        h.slug(),
                        organisations.found(
                                new Organisations.Founding(
                                        h.slug(),
                                        h.kind(),
                                        h.legalName(),
                                        h.country(),
                                        Optional.of(h.website()),
                                        Optional.of(h.email()),
                                        true),
                                "system")));
        for (var member : story.staff()) {
            var person =
                    people.confirmed(address(member.email()), member.name(), Locale.forLanguageTag(member.language()));
            organisations.setRoles(house(houses, member.organisation()).id(), person.id(), member.roles(), "system");
        }
        var versions = new HashMap<String, Published>();
        story.specs().forEach(design -> design(houses, design, versions));
        story.offerings().forEach(offered -> offer(offered, versions));
        story.stacks().forEach(ruled -> rule(houses, ruled, versions));
        story.learners().forEach(learner -> learner(learner, versions));
    }

    private record Published(Acting issuer, SpecVersionId version) {}

    private void design(Map<String, Organisation> houses, Design design, Map<String, Published> versions) {
        var issuer = Acting.system(house(houses, design.organisation()));
        var id = specs.create(issuer, design.content());
        if (!design.draft()) {
            var reason = Optional.of(design.override()).filter(r -> !r.isBlank());
            versions.put(design.key(), new Published(issuer, specs.publish(issuer, id, reason)));
        }
    }

    private void offer(Offered offered, Map<String, Published> versions) {
        var published = Optional.ofNullable(versions.get(offered.spec())).orElseThrow();
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        offerings.open(published.issuer(), published.version(), offered.from(today));
    }

    private void rule(Map<String, Organisation> houses, Ruled ruled, Map<String, Published> versions) {
        var names = new HashMap<String, String>();
        versions.forEach((key, published) -> names.put(key, published.version().toString()));
        stacks.open(Acting.system(house(houses, ruled.organisation())), ruled.name(), story.rule(ruled, names));
    }

    private void learner(Learner learner, Map<String, Published> versions) {
        if (!learner.emails().isEmpty()) {
            var person = people.confirmed(
                    address(learner.email()), learner.name(), Locale.forLanguageTag(learner.language()));
            learner.emails().stream().skip(1).forEach(e -> people.addEmail(person.id(), address(e)));
        }
        learner.earned().forEach(earned -> earn(learner, earned, versions));
    }

    private void earn(Learner learner, Earned earned, Map<String, Published> versions) {
        var published = Optional.ofNullable(versions.get(earned.spec())).orElseThrow();
        var day = time.instant()
                .minus(Duration.ofDays(earned.daysAgo()))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        var award = awards.award(
                published.issuer(),
                new Awarding(
                        published.version(),
                        learner.name(),
                        learner.emails().stream().findFirst().map(DemoSeed::address),
                        Optional.of(learner.number()),
                        day,
                        Optional.of(earned.grade()).filter(g -> !g.isBlank()),
                        Optional.empty()));
        meetFate(published.issuer(), award, earned.fate());
    }

    private void meetFate(Acting issuer, Award award, String fate) {
        if (fate.equals("annulled")) {
            awards.annul(issuer, award.id(), "The assessment was found to be another person's work.");
            return;
        }
        for (var credential : credentials.ofAwards(List.of(award.id()))) {
            if (fate.equals("suspended")) {
                credentials.suspend(issuer, credential.id(), "An appeal about the assessment is being heard.");
            } else if (fate.equals("revoked")) {
                credentials.revoke(issuer, credential.id(), "It was issued with a wrong date.");
            }
        }
    }

    private static Organisation house(Map<String, Organisation> houses, String slug) {
        return Optional.ofNullable(houses.get(slug)).orElseThrow();
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
