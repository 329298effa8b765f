package org.cairn.server.offering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Table `offering`.
@Repository
class OfferingRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferingRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(OfferingId id, OrganisationId organisation, SpecVersionId spec, OfferingTerms terms, Instant at) {
        jdbc.sql("""
                insert into offering (id, organisation_id, spec_version_id, title, starts_on, ends_on, apply_by, price,
                  currency, waiver, waiver_for, mode, place, languages, hours_per_week, accessibility, places, url,
                  status, revision, saved_at)
                values (:id, :organisation, :spec, :title::json, :starts_on, :ends_on, :apply_by, :price,
                  :currency, :waiver, :waiver_for::json, :mode, :place, :languages, :hours_per_week,
                  :accessibility::json, :places, :url, 'OPEN', 1, :at)
                """)
                .params(columns(terms))
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("spec", spec.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it is not open or somebody else saved since
    boolean update(OrganisationId organisation, OfferingId id, OfferingTerms terms, long revision, Instant at) {
        return jdbc.sql("""
                        update offering set title = :title::json, starts_on = :starts_on, ends_on = :ends_on,
                          apply_by = :apply_by, price = :price, currency = :currency, waiver = :waiver,
                          waiver_for = :waiver_for::json, mode = :mode, place = :place, languages = :languages,
                          hours_per_week = :hours_per_week, accessibility = :accessibility::json, places = :places,
                          url = :url, revision = revision + 1, saved_at = :at
                        where id = :id and organisation_id = :organisation and revision = :revision
                          and status = 'OPEN'
                        """)
                        .params(columns(terms))
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("revision", revision)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when it is not in any of the states it may come from
    boolean move(OrganisationId organisation, OfferingId id, List<Offering.Status> from, Offering.Status to) {
        return jdbc.sql("""
                        update offering set status = :to
                        where id = :id and organisation_id = :organisation and status = any(:from)
                        """)
                        .param("to", to.name())
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    Optional<Offering> offering(OrganisationId organisation, OfferingId id) {
        return jdbc.sql("select * from offering where id = :id and organisation_id = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> offering(row))
                .optional();
    }

    /// Of any organisation.
    Optional<Offering> byId(OfferingId id) {
        return jdbc.sql("select * from offering where id = :id")
                .param("id", id.value())
                .query((row, n) -> offering(row))
                .optional();
    }

    /// Of all organisations, those first that begin first.
    List<Offering> open(LocalDate today, int limit) {
        return jdbc.sql("""
                select * from offering where status = 'OPEN'
                and coalesce(apply_by, starts_on, ends_on, :today) >= :today
                order by starts_on nulls first, id limit :limit
                """)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> offering(row))
                .list();
    }

    List<Offering> ofOrganisation(OrganisationId organisation) {
        return jdbc.sql("""
                select * from offering where organisation_id = :organisation
                order by status = 'OPEN' desc, starts_on desc nulls first, id
                """)
                .param("organisation", organisation.value())
                .query((row, n) -> offering(row))
                .list();
    }

    /// Of all organisations: what is open is public. The same days as [OfferingTerms#lastDayToApply].
    List<Offering> openOf(Collection<SpecVersionId> versions, LocalDate today) {
        return jdbc.sql("""
                select * from offering where spec_version_id = any(:versions) and status = 'OPEN'
                and coalesce(apply_by, starts_on, ends_on, :today) >= :today
                order by starts_on nulls first, id
                """)
                .param("versions", versions.stream().map(SpecVersionId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((row, n) -> offering(row))
                .list();
    }

    private Map<String, @Nullable Object> columns(OfferingTerms terms) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", json.writeValueAsString(terms.title()));
        columns.put("starts_on", terms.startsOn().orElse(null));
        columns.put("ends_on", terms.endsOn().orElse(null));
        columns.put("apply_by", terms.applyBy().orElse(null));
        columns.put("price", terms.price());
        columns.put("currency", terms.currency());
        columns.put("waiver", terms.waiver());
        columns.put("waiver_for", json.writeValueAsString(terms.waiverFor()));
        columns.put("mode", terms.mode().name());
        columns.put("place", terms.place());
        columns.put("languages", terms.languages().toArray(String[]::new));
        columns.put("hours_per_week", terms.hoursPerWeek().orElse(null));
        columns.put("accessibility", json.writeValueAsString(terms.accessibility()));
        columns.put("places", terms.places().orElse(null));
        columns.put("url", terms.url());
        return columns;
    }

    private Offering offering(ResultSet row) throws SQLException {
        return new Offering(
                new OfferingId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                Offering.Status.valueOf(row.getString("status")),
                row.getLong("revision"),
                terms(row),
                row.getTimestamp("saved_at").toInstant());
    }

    private OfferingTerms terms(ResultSet row) throws SQLException {
        return new OfferingTerms(
                texts(row, "title"),
                Optional.ofNullable(row.getObject("starts_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("apply_by", LocalDate.class)),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getBoolean("waiver"),
                texts(row, "waiver_for"),
                OfferingTerms.Mode.valueOf(row.getString("mode")),
                row.getString("place"),
                List.of((String[]) row.getArray("languages").getArray()),
                Optional.ofNullable(row.getBigDecimal("hours_per_week")),
                texts(row, "accessibility"),
                Optional.ofNullable(row.getObject("places", Integer.class)),
                row.getString("url"));
    }

    private Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), TEXTS);
    }
}
