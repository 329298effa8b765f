package org.cairn.server.market;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Postings and a small space of skills whose labels stand in them as they are.
@TestConfiguration(proxyBeanMethods = false)
class PostingFixtures {
    static final List<String> SKILLS = List.of("bake bread", "query databases", "drive forklifts", "splice ropes");

    static ConceptUri skill(int place) {
        return new ConceptUri("urn:test:skill:" + place);
    }

    /// Finds a skill where its label stands.
    @Bean
    @Primary
    PostingSkills postingSkills() {
        return new PostingSkills() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public List<Found> find(String text, String language) {
                return IntStream.range(0, SKILLS.size())
                        .filter(place -> text.toLowerCase(Locale.ROOT).contains(SKILLS.get(place)))
                        .mapToObj(place -> new Found(skill(place), 0.9))
                        .toList();
            }
        };
    }

    @Bean
    @Primary
    SkillLabels skillLabels() {
        return (skills, language) -> skills.stream()
                .filter(skill -> skill.value().startsWith("urn:test:skill:"))
                .collect(Collectors.toMap(
                        skill -> skill,
                        skill -> SKILLS.get(Integer.parseInt(skill.value().substring(15)))));
    }

    /// JSON Lines: each with words of its own, so that none is a duplicate.
    static String postings(String prefix, int count, YearMonth month, int... asked) {
        var words = Arrays.stream(asked).mapToObj(SKILLS::get).collect(Collectors.joining(" and "));
        return IntStream.range(0, count)
                .mapToObj(n ->
                        "{\"id\":\"%s%d\",\"title\":\"Job %d\",\"text\":\"You %s. %s\",\"company\":\"Firm %d\",\"country\":\"ES\",\"region\":\"ES-MD\",\"date\":\"%s-%02d\"}\n"
                                .formatted(prefix, n, n, words, noise(prefix.hashCode() + n), n % 7, month, 1 + n % 28))
                .collect(Collectors.joining());
    }

    static String noise(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 40)
                .mapToObj(n -> "w" + random.nextInt(100_000))
                .collect(Collectors.joining(" "));
    }
}
