package org.cairn.server.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Tally;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tables `market_series`, `market_total` and `market_asked`.
@Repository
class SeriesRepository {
    /// The same regions as the library's `Region.within`.
    private static final String REGIONS = """
            cross join lateral (
              select distinct country, subdivision
              from (values ('', ''), (p.country, ''), (p.country, p.subdivision)) as part(country, subdivision)) r
            """;
    private static final String COUNTED = """
            p.extracted_at is not null
            and case when :common then p.counts_in_common else p.organisation_id = :organisation end
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SeriesRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Series series, String actor) {
        jdbc.sql("""
                insert into market_series (id, organisation_id, kind, name, shared, computed_at, created_by)
                values (:id, :organisation, :kind, :name, :shared, :at, :by)
                """)
                .param("id", series.id().value())
                .param("organisation", series.organisation().orElseThrow().value())
                .param("kind", series.kind().name())
                .param("name", series.name())
                .param("shared", series.shared())
                .param("at", series.computedAt().atOffset(ZoneOffset.UTC))
                .param("by", actor)
                .update();
    }

    /// Marks an organisation's figures, and those of all, as to be counted anew. Inside the caller's transaction.
    void stale(OrganisationId organisation, boolean common) {
        jdbc.sql("""
                insert into market_series (id, organisation_id, kind, name, shared, stale, computed_at, created_by)
                values (:organisation, :organisation, 'OWN', '', false, true, 'epoch', 'system')
                on conflict (id) do update set stale = true
                """).param("organisation", organisation.value()).update();
        if (common) {
            jdbc.sql("update market_series set stale = true where id = :id")
                    .param("id", SeriesId.COMMON.value())
                    .update();
        }
    }

    List<Series> allStale() {
        return jdbc.sql("select * from market_series where stale")
                .query((row, n) -> series(row))
                .list();
    }

    /// Counts the figures of a series from the postings whose skills are known.
    @Transactional
    public void recount(Series series, Instant at) {
        // First, so that what is found from here on marks it again.
        jdbc.sql("update market_series set stale = false, computed_at = :at where id = :id")
                .param("id", series.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        clear(series.id());
        for (var count : List.of(
                """
                insert into market_total (series_id, country, subdivision, month, postings)
                select :id, r.country, r.subdivision, date_trunc('month', p.posted)::date, count(*)
                from market_posting p
                """ + REGIONS + " where " + COUNTED + " group by 2, 3, 4",
                """
                insert into market_asked (series_id, country, subdivision, skill_id, month, asked)
                select :id, r.country, r.subdivision, s.skill_id, date_trunc('month', p.posted)::date, count(*)
                from market_posting p join market_posting_skill s on s.posting_id = p.id
                """ + REGIONS + " where " + COUNTED + " group by 2, 3, 4, 5")) {
            jdbc.sql(count)
                    .param("id", series.id().value())
                    .param("common", series.kind() == Series.Kind.COMMON)
                    .param(
                            "organisation",
                            series.organisation().map(OrganisationId::value).orElse(null),
                            java.sql.Types.OTHER)
                    .update();
        }
    }

    private void clear(SeriesId id) {
        jdbc.sql("delete from market_total where series_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from market_asked where series_id = :id")
                .param("id", id.value())
                .update();
    }

    /// Stores figures that were counted elsewhere. Inside the caller's transaction.
    void insert(SeriesId id, Tally tally, java.util.Map<ConceptUri, Integer> skills) {
        batches.batchUpdate(
                "insert into market_total (series_id, country, subdivision, month, postings) values (?, ?, ?, ?, ?)",
                tally.totals(),
                1_000,
                (row, total) -> {
                    row.setObject(1, id.value());
                    row.setString(2, total.region().country());
                    row.setString(3, total.region().subdivision());
                    row.setObject(4, total.month().atDay(1));
                    row.setLong(5, total.postings());
                });
        batches.batchUpdate(
                "insert into market_asked (series_id, country, subdivision, skill_id, month, asked)"
                        + " values (?, ?, ?, ?, ?, ?)",
                tally.cells(),
                1_000,
                (row, cell) -> {
                    row.setObject(1, id.value());
                    row.setString(2, cell.region().country());
                    row.setString(3, cell.region().subdivision());
                    row.setInt(4, java.util.Objects.requireNonNull(skills.get(cell.skill())));
                    row.setObject(5, cell.month().atDay(1));
                    row.setLong(6, cell.asked());
                });
    }

    Optional<Series> byId(SeriesId id) {
        return jdbc.sql("select * from market_series where id = :id")
                .param("id", id.value())
                .query((row, n) -> series(row))
                .optional();
    }

    /// Figures counted elsewhere: those of an organisation, or all that are shared.
    List<Series> ready(Optional<OrganisationId> organisation) {
        return jdbc.sql("""
                select * from market_series where kind = 'READY'
                and case when :all then shared else organisation_id = :organisation end
                order by computed_at desc, id limit 200
                """)
                .param("all", organisation.isEmpty())
                .param("organisation", organisation.map(OrganisationId::value).orElse(null), java.sql.Types.OTHER)
                .query((row, n) -> series(row))
                .list();
    }

    boolean deleteReady(OrganisationId organisation, SeriesId id) {
        return jdbc.sql(
                                "delete from market_series where id = :id and organisation_id = :organisation and kind = 'READY'")
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    List<Region> regions(SeriesId id) {
        return jdbc.sql("""
                select country, subdivision from market_total where series_id = :id
                group by country, subdivision order by country, sum(postings) desc, subdivision limit 2000
                """)
                .param("id", id.value())
                .query((row, n) -> new Region(row.getString(1), row.getString(2)))
                .list();
    }

    /// The figures of one region.
    Tally tally(SeriesId id, Region region) {
        var tally = new Tally();
        jdbc.sql("select month, postings from market_total"
                        + " where series_id = :id and country = :country and subdivision = :subdivision")
                .param("id", id.value())
                .param("country", region.country())
                .param("subdivision", region.subdivision())
                .query(row -> {
                    tally.add(new Tally.Total(region, month(row), row.getLong("postings")));
                });
        jdbc.sql("""
                select a.month, a.asked, s.uri from market_asked a join market_skill s on s.id = a.skill_id
                where a.series_id = :id and a.country = :country and a.subdivision = :subdivision
                """)
                .param("id", id.value())
                .param("country", region.country())
                .param("subdivision", region.subdivision())
                .query(row -> {
                    tally.add(new Tally.Cell(
                            region, month(row), new ConceptUri(row.getString("uri")), row.getLong("asked")));
                });
        return tally;
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(
                new SeriesId(row.getObject("id", UUID.class)),
                Series.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("organisation_id", UUID.class))
                        .map(OrganisationId::new),
                row.getString("name"),
                row.getBoolean("shared"),
                row.getTimestamp("computed_at").toInstant());
    }
}
