package org.cairn.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.SamplePostings;
import org.cairn.skills.taxonomy.ConceptUri;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How fast postings are read, taken apart and counted; no test, run by `./dev bench market`. The skills are found by
/// their labels, so that the room itself is measured; what the matcher takes is `./dev bench matching`.
@CairnTest
@Import(MarketFigures.ByLabel.class)
class MarketFigures {
    private static final int POSTINGS = Integer.getInteger("market.postings", 50_000);

    @Autowired
    PostingImports imports;

    @Autowired
    Extraction extraction;

    @Autowired
    SeriesRepository series;

    @Autowired
    Demand demand;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class ByLabel {
        /// Not ready until the figures want it, so that the background does not take their work.
        static volatile boolean ready;

        @Bean
        @Primary
        PostingSkills postingSkills() {
            Map<String, ConceptUri> labels = new HashMap<>();
            SamplePostings.invented(1).skills().forEach(asks -> labels.put(asks.label(), asks.skill()));
            return new PostingSkills() {
                @Override
                public boolean ready() {
                    return ready;
                }

                @Override
                public List<Found> find(String text, String language) {
                    var words = text.split("[^a-z]+", -1);
                    var found = new HashMap<ConceptUri, Found>();
                    for (var at = 1; at < words.length; at++) {
                        Optional.ofNullable(labels.get(words[at - 1] + " " + words[at]))
                                .ifPresent(skill -> found.put(skill, new Found(skill, 1)));
                    }
                    return List.copyOf(found.values());
                }
            };
        }
    }

    @Test
    void a_portal_of_postings() throws IOException, InterruptedException {
        var sender = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        var file = SamplePostings.invented(1).stream(POSTINGS)
                .map(sample -> SamplePostings.json(sample.posting()))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);

        var start = System.nanoTime();
        var id = imports.receive(sender, new PostingImport.Wish("f", "", "", "", true), new ByteArrayInputStream(file));
        while (imports.get(sender, id).status().isUnderWay()) {
            Thread.sleep(100);
        }
        var counts = imports.get(sender, id).counts();
        result("market-rows", (double) counts.rows(), "postings");
        result("market-kept", (double) counts.stored(), "postings");
        result("market-import", counts.rows() / seconds(start), "per-second");
        assertThat(counts.rows()).isEqualTo(POSTINGS);

        ByLabel.ready = true;
        start = System.nanoTime();
        while (imports.get(sender, id).counts().waiting() > 0) {
            if (!extraction.nextChunk()) {
                Thread.sleep(50);
            }
        }
        result("market-extract", counts.stored() / seconds(start), "per-second");

        start = System.nanoTime();
        series.recount(demand.common(), java.time.Instant.EPOCH);
        result("market-count", counts.stored() / seconds(start), "per-second");

        start = System.nanoTime();
        var skills =
                demand.view(demand.common(), Region.EVERYWHERE).lines(span()).size();
        result("market-view", seconds(start) * 1_000, "milliseconds");
        result("market-skills", skills, "skills");
        look(sender);
    }

    private MarketView.Span span() {
        return demand.view(demand.common(), Region.EVERYWHERE).lastYear().orElseThrow();
    }

    /// How much of the database it takes.
    private void look(Acting sender) {
        var bytes = jdbc.sql("""
                select pg_total_relation_size('market_posting') + pg_total_relation_size('market_posting_skill')
                  + pg_total_relation_size('market_posting_band')
                """).query(Long.class).single();
        result(
                "market-bytes",
                (double) bytes / imports.recent(sender).getFirst().counts().stored(),
                "bytes-a-posting");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void result(String metric, double value, String unit) {
        System.out.printf(Locale.ROOT, "RESULT %s %.0f %s%n", metric, value, unit);
    }
}
