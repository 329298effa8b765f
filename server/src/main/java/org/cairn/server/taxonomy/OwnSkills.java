package org.cairn.server.taxonomy;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.taxonomy.CasePackage;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Framework;
import org.cairn.skills.taxonomy.RichSkills;
import org.cairn.skills.taxonomy.TaxonomyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The skills that organisations word themselves, in frameworks that they bring as CASE packages or rich skill
/// descriptors. Each sees its own; what it published, everybody can have. Thread-safe.
@Service
public class OwnSkills {
    private final JdbcClient jdbc;
    private final CairnSettings settings;
    private final Audit audit;
    private final InstantSource time;

    OwnSkills(JdbcClient jdbc, CairnSettings settings, Audit audit, InstantSource time) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /// A framework in a list.
    record Line(FrameworkId id, String title, int skills, boolean published) {}

    /// Skills of an organisation's own frameworks in which the words stand.
    ///
    /// @param q each of its words must stand somewhere in name or statement
    public List<Concept> search(OrganisationId organisation, String q, int limit) {
        var words = List.of(q.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (q.isBlank()) {
            return List.of();
        }
        return jdbc.sql("""
                select uri, label, statement from framework_skill
                where organisation_id = :organisation
                  and not exists (select from unnest(:words::text[]) as word
                    where strpos(lower(label || ' ' || statement), word) = 0)
                order by length(label), label, uri limit :limit
                """)
                .param("organisation", organisation.value())
                .param("words", words.stream().limit(8).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Concept(
                        new ConceptUri(row.getString("uri")),
                        Concept.Kind.SKILL,
                        row.getString("label"),
                        row.getString("label"),
                        row.getString("statement")))
                .list();
    }

    List<Line> of(OrganisationId organisation) {
        return jdbc.sql("select id, title, skills, published from framework"
                        + " where organisation_id = :organisation order by title, id")
                .param("organisation", organisation.value())
                .query((row, n) -> new Line(
                        new FrameworkId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getInt("skills"),
                        row.getBoolean("published")))
                .list();
    }

    Line line(OrganisationId organisation, FrameworkId id) {
        return of(organisation).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("framework"));
    }

    /// Brings a framework in; one that came from the same place before is replaced.
    ///
    /// @param name of the file, by whose ending CSV is known
    /// @param title of rich skill descriptors, which bring none
    /// @throws InputException when it cannot be read
    @Transactional
    public void bring(Acting by, String name, String text, String title) {
        try {
            var known = of(by.organisationId());
            if (isCase(name, text)) {
                store(by, Optional.empty(), CasePackage.read(text));
                return;
            }
            var heading = title.isBlank() ? name.replaceFirst("\\.[^.]*$", "") : title.strip();
            var id = known.stream()
                    .filter(line -> line.title().equals(heading))
                    .map(Line::id)
                    .findFirst()
                    .orElseGet(() -> new FrameworkId(UUID.randomUUID()));
            var empty = empty(by, id, heading);
            store(
                    by,
                    Optional.of(id),
                    name.toLowerCase(Locale.ROOT).endsWith(".csv")
                            ? RichSkills.readCsv(text, empty)
                            : RichSkills.readJson(text, empty));
        } catch (TaxonomyException | IllegalArgumentException e) {
            throw new InputException(Fault.of("file", "taxonomy.framework.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private static boolean isCase(String name, String text) {
        return !name.toLowerCase(Locale.ROOT).endsWith(".csv") && text.contains("\"CFDocument\"");
    }

    private Framework empty(Acting by, FrameworkId id, String title) {
        return new Framework(
                new ConceptUri(settings.address("/skills/frameworks/" + id).toString()),
                title,
                by.organisation().legalName(),
                "en",
                time.instant(),
                List.of(),
                List.of());
    }

    private void store(Acting by, Optional<FrameworkId> wished, Framework framework) {
        var existing = jdbc.sql("select id from framework where organisation_id = :organisation and uri = :uri")
                .param("organisation", by.organisationId().value())
                .param("uri", framework.uri().value())
                .query(UUID.class)
                .optional()
                .map(FrameworkId::new);
        var id = existing.or(() -> wished).orElseGet(() -> new FrameworkId(UUID.randomUUID()));
        jdbc.sql("""
                insert into framework (id, organisation_id, uri, title, document, skills, published, changed_at)
                values (:id, :organisation, :uri, :title, :document, :skills, false, :at)
                on conflict (organisation_id, uri) do update set title = excluded.title,
                  document = excluded.document, skills = excluded.skills, changed_at = excluded.changed_at
                """)
                .param("id", id.value())
                .param("organisation", by.organisationId().value())
                .param("uri", framework.uri().value())
                .param("title", framework.title())
                .param("document", CasePackage.write(framework, address(id)))
                .param("skills", framework.items().size())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        skills(by.organisationId(), id, framework.items());
        record(by, "framework.imported", id);
    }

    private void skills(OrganisationId organisation, FrameworkId id, List<Framework.Item> items) {
        jdbc.sql("delete from framework_skill where organisation_id = :organisation and framework_id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .update();
        jdbc.sql("""
                insert into framework_skill (framework_id, organisation_id, uri, label, statement)
                select :id, :organisation, row.* from
                  unnest(:uris::text[], :labels::text[], :statements::text[]) as row
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("uris", items.stream().map(item -> item.uri().value()).toArray(String[]::new))
                .param("labels", items.stream().map(Framework.Item::label).toArray(String[]::new))
                .param(
                        "statements",
                        items.stream().map(Framework.Item::statement).toArray(String[]::new))
                .update();
    }

    Framework framework(OrganisationId organisation, FrameworkId id) {
        return jdbc.sql("select document from framework where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(OwnSkills::stored)
                .orElseThrow(() -> new NotFoundException("framework"));
    }

    /// What everybody can have.
    Framework published(FrameworkId id) {
        return jdbc.sql("select document from framework where id = :id and published")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(OwnSkills::stored)
                .orElseThrow(() -> new NotFoundException("framework"));
    }

    private static Framework stored(String document) {
        try {
            return CasePackage.read(document);
        } catch (TaxonomyException e) {
            throw new IllegalStateException("A framework that was stored cannot be read", e);
        }
    }

    @Transactional
    public void publish(Acting by, UUID id, boolean published) {
        change(by, id, "update framework set published = :published", Map.of("published", published));
        record(by, published ? "framework.published" : "framework.withdrawn", new FrameworkId(id));
    }

    @Transactional
    public void delete(Acting by, UUID id) {
        change(by, id, "delete from framework", Map.of());
        record(by, "framework.deleted", new FrameworkId(id));
    }

    private void change(Acting by, UUID id, String what, Map<String, Object> with) {
        var changed = jdbc.sql(what + " where organisation_id = :organisation and id = :id")
                .param("organisation", by.organisationId().value())
                .param("id", id)
                .params(with)
                .update();
        if (changed == 0) {
            throw new NotFoundException("framework");
        }
    }

    ConceptUri address(FrameworkId id) {
        URI address = settings.address("/ims/case/v1p1/CFPackages/" + id);
        return new ConceptUri(address.toString());
    }

    private void record(Acting by, String deed, FrameworkId id) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()), by.actor(), deed, "framework:" + id, Map.of()));
    }
}
