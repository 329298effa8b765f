package org.cairn.server.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.demand.Fingerprint;
import org.cairn.skills.demand.Posting;
import org.cairn.skills.demand.Region;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `market_posting`.
@Repository
class PostingRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PostingRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// A posting about to be stored.
    record Fresh(Posting posting, Fingerprint print, boolean countsInCommon) {}

    /// Name of a posting at its source.
    record Reference(String source, String reference) {
        static Reference of(Posting posting) {
            return new Reference(posting.source(), posting.reference());
        }
    }

    /// Only one at a time stores postings of an organisation, and only one those that are shared: two that came at the
    /// same moment would not see each other.
    void lock(OrganisationId organisation, boolean shared) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('market ' || :what, 0))")
                .param("what", organisation.toString())
                .query((row, n) -> true)
                .list();
        if (shared) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('market', 0))")
                    .query((row, n) -> true)
                    .list();
        }
    }

    Set<Reference> known(OrganisationId organisation, Collection<Posting> postings) {
        return new HashSet<>(jdbc.sql("""
                select p.source, p.reference from market_posting p
                join unnest(:sources::text[], :references::text[]) as asked(source, reference)
                  on p.source = asked.source and p.reference = asked.reference
                where p.organisation_id = :organisation
                """)
                .param("organisation", organisation.value())
                .param("sources", postings.stream().map(Posting::source).toArray(String[]::new))
                .param("references", postings.stream().map(Posting::reference).toArray(String[]::new))
                .query((row, n) -> new Reference(row.getString(1), row.getString(2)))
                .list());
    }

    /// Postings that may be nearly the same as one with these bands: the organisation's own.
    List<Posting> alike(OrganisationId organisation, Long[] bands) {
        return alike(organisation, bands, "p.organisation_id = :organisation");
    }

    /// The same among what other organisations share.
    List<Posting> alikeInCommon(OrganisationId except, Long[] bands) {
        return alike(except, bands, "p.organisation_id <> :organisation and p.counts_in_common");
    }

    /// The numbers first, alone: without them the planner would rather read all postings than look each band up.
    private List<Posting> alike(OrganisationId organisation, Long[] bands, String which) {
        var ids = jdbc.sql("""
                select distinct b.posting_id from unnest(:bands::bigint[]) as asked(band)
                cross join lateral (select posting_id from market_posting_band where band = asked.band offset 0) b
                """).param("bands", bands).query(Long.class).list();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select p.* from market_posting p where p.id = any(:ids) and " + which)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("organisation", organisation.value())
                        .query((row, n) -> posting(row))
                        .list();
    }

    void insert(ImportId from, OrganisationId organisation, List<Fresh> fresh) {
        batches.batchUpdate("""
                insert into market_posting (organisation_id, import_id, source, reference, title, text, employer,
                  country, subdivision, language, posted, closes, url, counts_in_common)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, fresh, 200, (row, each) -> {
            var posting = each.posting();
            row.setObject(1, organisation.value());
            row.setObject(2, from.value());
            row.setString(3, posting.source());
            row.setString(4, posting.reference());
            row.setString(5, posting.title());
            row.setString(6, posting.text());
            row.setString(7, posting.employer());
            row.setString(8, posting.region().country());
            row.setString(9, posting.region().subdivision());
            row.setString(10, posting.language());
            row.setObject(11, posting.posted());
            row.setObject(12, posting.closes().orElse(null));
            row.setString(13, posting.url());
            row.setBoolean(14, each.countsInCommon());
        });
        insertBands(organisation, fresh);
    }

    /// By source and reference, which name a posting of an organisation: its number was given by the database.
    private void insertBands(OrganisationId organisation, List<Fresh> fresh) {
        var bands = fresh.stream()
                .flatMap(each -> Arrays.stream(each.print().bands())
                        .distinct()
                        .mapToObj(band -> new Band(band, Reference.of(each.posting()))))
                .toList();
        jdbc.sql("""
                insert into market_posting_band (band, posting_id)
                select b.band, p.id
                from unnest(:bands::bigint[], :sources::text[], :references::text[]) as b(band, source, reference)
                join market_posting p on p.organisation_id = :organisation and p.source = b.source
                  and p.reference = b.reference
                """)
                .param("organisation", organisation.value())
                .param("bands", bands.stream().map(Band::band).toArray(Long[]::new))
                .param("sources", bands.stream().map(each -> each.of().source()).toArray(String[]::new))
                .param(
                        "references",
                        bands.stream().map(each -> each.of().reference()).toArray(String[]::new))
                .update();
    }

    private record Band(long band, Reference of) {}

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getString("source"),
                row.getString("reference"),
                row.getString("title"),
                row.getString("text"),
                row.getString("employer"),
                new Region(row.getString("country"), row.getString("subdivision")),
                row.getString("language"),
                row.getObject("posted", LocalDate.class),
                Optional.ofNullable(row.getObject("closes", LocalDate.class)),
                row.getString("url"));
    }
}
