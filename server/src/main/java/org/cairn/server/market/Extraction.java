package org.cairn.server.market;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.demand.Tally;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds the skills that postings ask for, chunk by chunk, each one transaction: a posting has all its skills and is
/// marked, or neither. Several may work at once; they take different postings. Then counts the figures anew.
@Service
class Extraction {
    static final int CHUNK = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectProvider<PostingSkills> finders;
    private final SkillIds ids;
    private final SeriesRepository series;
    private final InstantSource time;

    Extraction(
            JdbcClient jdbc,
            JdbcTemplate batches,
            ObjectProvider<PostingSkills> finders,
            SkillIds ids,
            SeriesRepository series,
            InstantSource time) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.finders = finders;
        this.ids = ids;
        this.series = series;
        this.time = time;
    }

    private record Waiting(long id, OrganisationId organisation, String words, String language, boolean common) {}

    private record Line(long posting, int skill, double confidence) {}

    /// Whether there is anything to compare postings with.
    boolean ready() {
        return finder().isPresent();
    }

    private Optional<PostingSkills> finder() {
        return Optional.ofNullable(finders.getIfAvailable()).filter(PostingSkills::ready);
    }

    /// @return whether there may be more
    @Transactional
    public boolean nextChunk() {
        var finder = finder();
        if (finder.isEmpty()) {
            return false;
        }
        var waiting = take();
        var found = new HashMap<Long, Map<ConceptUri, Double>>();
        waiting.forEach(posting -> found.put(posting.id(), skills(finder.get(), posting)));
        store(found);
        waiting.stream()
                .map(posting -> Map.entry(posting.organisation(), posting.common()))
                .distinct()
                .forEach(scope -> series.stale(scope.getKey(), scope.getValue()));
        return waiting.size() == CHUNK;
    }

    private List<Waiting> take() {
        return jdbc.sql("""
                select id, organisation_id, concat_ws(chr(10), title, text) as words, language, counts_in_common
                from market_posting where extracted_at is null order by id limit :limit for update skip locked
                """)
                .param("limit", CHUNK)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("words"),
                        row.getString("language"),
                        row.getBoolean("counts_in_common")))
                .list();
    }

    private static Map<ConceptUri, Double> skills(PostingSkills finder, Waiting posting) {
        var best = new HashMap<ConceptUri, Double>();
        finder.find(posting.words(), posting.language()).stream()
                .filter(found -> found.confidence() >= Tally.CONFIDENCE)
                .forEach(found -> best.merge(found.skill(), found.confidence(), Math::max));
        return best;
    }

    private void store(Map<Long, Map<ConceptUri, Double>> found) {
        var known = ids.of(found.values().stream()
                .flatMap(skills -> skills.keySet().stream())
                .distinct()
                .toList());
        var lines = new ArrayList<Line>();
        found.forEach((posting, skills) -> skills.forEach((skill, confidence) ->
                lines.add(new Line(posting, Objects.requireNonNull(known.get(skill)), confidence))));
        batches.batchUpdate(
                "insert into market_posting_skill (posting_id, skill_id, confidence) values (?, ?, ?)",
                lines,
                500,
                (row, line) -> {
                    row.setLong(1, line.posting());
                    row.setInt(2, line.skill());
                    row.setDouble(3, line.confidence());
                });
        jdbc.sql("update market_posting set extracted_at = :at where id = any(:ids)")
                .param("at", time.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("ids", found.keySet().toArray(Long[]::new))
                .update();
    }

    /// Counts what has changed since it was counted last.
    void countAnew() {
        series.allStale().forEach(each -> series.recount(each, time.instant()));
    }
}
