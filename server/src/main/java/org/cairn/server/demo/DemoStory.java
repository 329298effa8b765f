package org.cairn.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.server.offering.OfferingTerms;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration tells, read from `demo/story.json`.
@Component
@Profile("demo")
class DemoStory {
    private final Told told;

    DemoStory(JsonMapper json) throws IOException {
        try (var in = new ClassPathResource("demo/story.json").getInputStream()) {
            this.told = json.readValue(in, Told.class);
        }
    }

    record Told(
            List<House> organisations,
            List<Staff> staff,
            List<Learner> learners,
            List<Design> specs,
            List<Offered> offerings,
            List<Ruled> stacks) {}

    record House(String slug, Organisation.Kind kind, String legalName, String country, String website, String email) {}

    record Staff(String name, String email, String language, String organisation, Set<Role> roles) {}

    /// @param emails none for a learner who gets a code on paper
    record Learner(String name, String language, List<String> emails, String number, List<Earned> earned) {
        public String email() {
            return emails.isEmpty() ? "" : emails.getFirst();
        }
    }

    /// @param daysAgo when it was awarded
    /// @param fate what became of the credential: blank, `suspended`, `revoked`, `annulled`
    record Earned(String spec, int daysAgo, String grade, String fate) {}

    /// @param key by which learners' awards name it
    /// @param override reason with which it is published all the same; blank for none
    /// @param draft stays a draft
    record Design(String key, String organisation, String override, boolean draft, SpecContent content) {}

    /// A rule by which awards add up.
    ///
    /// @param file beside the story; `${key}` in it stands for the published version of a design
    record Ruled(String organisation, String name, String file) {}

    /// A delivery of what was designed; days count from the day the story is told, so that it stays open.
    ///
    /// @param spec key of the design
    /// @param startsIn empty when one can begin at any time
    /// @param days how long it takes
    record Offered(
            String spec,
            Optional<Integer> startsIn,
            Optional<Integer> days,
            Optional<Integer> applyIn,
            OfferingTerms terms) {
        OfferingTerms from(LocalDate today) {
            var start = startsIn.map(today::plusDays);
            var end = start.flatMap(first -> days.map(n -> first.plusDays(n - 1L)));
            return terms.at(start, end, applyIn.map(today::plusDays));
        }
    }

    List<House> organisations() {
        return told.organisations();
    }

    List<Staff> staff() {
        return told.staff();
    }

    List<Learner> learners() {
        return told.learners();
    }

    List<Design> specs() {
        return told.specs();
    }

    List<Offered> offerings() {
        return told.offerings();
    }

    List<Ruled> stacks() {
        return told.stacks();
    }

    /// The text of a rule, with `${key}` replaced.
    String rule(Ruled ruled, Map<String, String> versions) {
        try (var in = new ClassPathResource("demo/" + ruled.file()).getInputStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var version : versions.entrySet()) {
                text = text.replace("${" + version.getKey() + "}", version.getValue());
            }
            return text;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
