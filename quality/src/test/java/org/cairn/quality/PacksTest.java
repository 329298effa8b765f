package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The packs that come along.
class PacksTest {
    static final List<String> LANGUAGES = List.of("en", "es", "ar");

    static Stream<Pack> packs() {
        return Packs.bundled().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void each_speaks_three_languages_and_cites_a_clause_for_every_rule(Pack pack) {
        assertThat(List.of(pack.name(), pack.about())).allSatisfy(PacksTest::isInEveryLanguage);
        assertThat(pack.rules()).allSatisfy(rule -> {
            isInEveryLanguage(rule.message());
            isInEveryLanguage(rule.fixHint());
            assertThat(rule.cites().clause()).isNotBlank();
            assertThat(rule.accepted().keySet()).isIn(Set.of(), Set.copyOf(LANGUAGES));
        });
    }

    private static void isInEveryLanguage(Map<String, String> texts) {
        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        assertThat(texts.values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void what_was_not_read_in_the_primary_text_is_a_draft(Pack pack) {
        assertThat(pack.rules())
                .filteredOn(rule -> rule.confidence() != Rule.Confidence.V)
                .allMatch(rule -> rule.status() == Rule.Status.DRAFT);
    }

    @Test
    void the_example_to_begin_from_is_a_pack_and_stands_in_the_page_about_it() throws IOException {
        assertThat(Packs.read("example.yaml", Packs.example())).isInstanceOf(Packs.Read.class);
        assertThat(Files.readString(Path.of("../docs/rule-packs.md"))).contains(Packs.example());
    }

    @Test
    void of_each_framework_the_version_of_the_day_is_in_force() {
        assertThat(versions(LocalDate.of(2020, 1, 1))).containsEntry("NZQA", "2018.1");
        assertThat(versions(LocalDate.of(2022, 8, 31))).containsEntry("NZQA", "2018.1");
        assertThat(versions(LocalDate.of(2022, 9, 1)))
                .containsEntry("NZQA", "2022.1")
                .containsEntry("EU-2022", "2.0");
        assertThat(versions(LocalDate.of(2010, 1, 1))).isEmpty();
    }

    private static Map<String, String> versions(LocalDate day) {
        return Packs.inForce(Packs.bundled(), day).stream().collect(Collectors.toMap(Pack::id, Pack::version));
    }
}
