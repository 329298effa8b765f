package org.cairn.server.market;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /// Postings of the organisation that may be nearly the same as one with these bands.
    List<Posting> alike(OrganisationId organisation, Long[] bands) {
        return jdbc.sql("select * from market_posting where organisation_id = :organisation and bands && :bands")
                .param("organisation", organisation.value())
                .param("bands", bands)
                .query((row, n) -> posting(row))
                .list();
    }

    /// The same among what other organisations share.
    List<Posting> alikeInCommon(OrganisationId except, Long[] bands) {
        return jdbc.sql("""
                select * from market_posting
                where organisation_id <> :organisation and counts_in_common and bands && :bands
                """)
                .param("organisation", except.value())
                .param("bands", bands)
                .query((row, n) -> posting(row))
                .list();
    }

    void insert(ImportId from, OrganisationId organisation, List<Fresh> fresh) {
        batches.batchUpdate("""
                insert into market_posting (organisation_id, import_id, source, reference, title, text, employer,
                  country, subdivision, language, posted, closes, url, bands, counts_in_common)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            Array bands = row.getConnection()
                    .createArrayOf("bigint", boxed(each.print().bands()));
            row.setArray(14, bands);
            row.setBoolean(15, each.countsInCommon());
        });
    }

    static Long[] boxed(long[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Long[]::new);
    }

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
