package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.cairn.credential.Badges;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short way is only a short cut: it ends where the general way ends, or is not taken.
class ShortWayTest {

    private static final Contexts CONTEXTS = AnyDocument.CONTEXTS;
    private static final Canonical CANONICAL = new Canonical(CONTEXTS);
    private static final ShortWay SHORT_WAY = new ShortWay(CONTEXTS, new Vocabulary(CONTEXTS), new Expander(CONTEXTS));

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void both_ways_make_the_same_statements(@ForAll long seed) {
        JsonObject document = new AnyDocument(seed).next();

        Optional<Dataset> shortly = SHORT_WAY.statements(document);
        String expected = generally(document);

        assertThat(shortly.map(found -> found.canonical(Hash.SHA_256)).orElse(expected))
                .as("%s", document)
                .isEqualTo(expected);
        assertThat(statements(document)).as("%s", document).isEqualTo(expected);
        Statistics.collect(shortly.isPresent() ? "short" : expected.startsWith("refused") ? "refused" : "general");
        Statistics.coverage(coverage -> {
            coverage.check("short").percentage(share -> share > 15);
            coverage.check("general").percentage(share -> share > 15);
            coverage.check("refused").percentage(share -> share > 1);
        });
    }

    @Test
    void a_full_badge_goes_the_short_way_and_its_plainest_form_too() {
        JsonObject full = Badges.aBadge().with(Badges.withEverything(List.of())).toJson();

        assertThat(SHORT_WAY.statements(full)).isPresent();
        assertThat(SHORT_WAY.statements(Badges.aBadge().toJson())).isPresent();
    }

    @Test
    void a_badge_that_carries_a_signed_endorsement_goes_the_short_way() {
        JsonObject endorsement = Badges.anEndorsement("urn:uuid:1", Badges.EMPLOYER);
        JsonObject badge = Badges.aBadge()
                .with(Badges.withEverything(List.of(endorsement)))
                .toJson();

        assertThat(statements(badge)).isEqualTo(generally(badge));
    }

    /// Long lists of things without names are where statements next to a blank node do not tell it from all others.
    @Test
    void a_badge_with_lists_of_unnamed_things_goes_the_short_way() {
        JsonObject context = Json.object("""
                {"outcomesInOrder": {"@id": "urn:o#outcomesInOrder", "@container": "@list"},
                 "outcomeText": {"@id": "urn:o#outcomeText", "@container": "@language"},
                 "assessedByNumber": {"@id": "urn:o#assessedByNumber",
                                      "@type": "http://www.w3.org/2001/XMLSchema#integer"}}""");
        JsonArrayBuilder outcomes = Json.PROVIDER.createArrayBuilder();
        for (int i = 0; i < 12; i++) {
            outcomes.add(Json.object("""
                    {"outcomeText": {"en": "Outcome %d", "es": "Resultado"}, "assessedByNumber": [1, 2]}""".formatted(i / 2)));
        }
        Extension extension = new Extension(context, Map.of("outcomesInOrder", outcomes.build()));
        JsonObject badge = Badges.aBadge()
                .with(new OpenBadge.Attachments(List.of(), List.of(), List.of(), extension))
                .toJson();

        assertThat(SHORT_WAY.statements(badge)).isPresent();
        assertThat(statements(badge)).isEqualTo(generally(badge));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'u': [1, 1, 'a', 'a']", // said twice
                "'u': {}", // about nothing
                "'l': []",
                "'l': [null]",
                "'l': [{'u': 1}, {'u': 1}]", // blank nodes that only their places tell apart
                "'m': {'en': 'a', 'de-AT': ['b', 'c'], 'u': 'd'}",
                "'m': {'EN': 'a'}",
                "'m': {'en': null}",
                "'m': {'@none': 'a'}",
                "'m': {'not valid': 'a'}",
                "'m': 'a'",
                "'scoped': {'u': 1, 'within': {'u': 2}}",
                "'scoped': 'a text in a place with words of its own'",
                "'s': {'type': 'Thing', 'u': 1, 's': {'u': 2}}", // words of a type end at the next object
                "'s': {'type': 'Lasting', 'u': 1, 's': {'u': 2}}", // unless they do not
                "'s': {'type': ['Thing', 'Lasting'], 'u': 1, 'lone': {'u': 2}}",
                "'g': {'u': 1, 's': {'id': 'urn:inside', 'u': 2}}",
                "'g': {'u': 1, 'g': {'u': 2}}",
                "'r': 'urn:1'",
                "'s': {'id': 'urn:1'}",
                "'s': {'id': 'urn:1', 'u': 1}"
            })
    void agrees_on_the_corners(String members) {
        JsonObject document = Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2", "https://example.org/words"],
                 "id": "urn:1", "type": "VerifiableCredential", %s}""".formatted(members.replace("'", "\"")));

        assertThat(statements(document)).isEqualTo(generally(document));
    }

    private static String statements(JsonObject document) {
        try {
            return CANONICAL.statements(document);
        } catch (ContentException e) {
            return "refused: " + e.code() + " " + e.detail();
        }
    }

    private static String generally(JsonObject document) {
        try {
            return CANONICAL.workedOut(document).canonical(Hash.SHA_256);
        } catch (ContentException e) {
            return "refused: " + e.code() + " " + e.detail();
        }
    }
}
