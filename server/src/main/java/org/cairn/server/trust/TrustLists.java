package org.cairn.server.trust;

import jakarta.json.JsonObject;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.Issuers;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom this platform trusts to vouch for issuers: quality bodies of its own that an operator named, and lists that he
/// brought in. Nobody is trusted unasked. Thread-safe.
@Service
class TrustLists {
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Issuers issuers;
    private final Audit audit;
    private final InstantSource time;

    TrustLists(JdbcClient jdbc, Organisations organisations, Issuers issuers, Audit audit, InstantSource time) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.issuers = issuers;
        this.audit = audit;
        this.time = time;
    }

    /// A list that was brought in.
    record Listed(UUID id, TrustListFile.Kind kind, String name, int bodies, int accreditations, Instant addedAt) {}

    /// The body that signs under this identifier, if it is trusted here. One of this platform goes by the name it has
    /// here; one of several lists, by the oldest.
    Optional<Standing.Body> trusted(String did) {
        var own = issuers.organisation(did).filter(this::isTrusted).flatMap(organisations::byId);
        return own.map(body -> new Standing.Body(body.legalName(), did, Optional.empty()))
                .or(() -> bodies("where b.did = :did", Map.of("did", did)).stream()
                        .findFirst());
    }

    private boolean isTrusted(OrganisationId body) {
        return own().contains(body);
    }

    /// The trusted bodies of this platform itself.
    Set<OrganisationId> own() {
        return new HashSet<>(jdbc.sql("select organisation_id from trusted_organisation")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list());
    }

    /// The bodies of all lists, each as often as it is listed.
    List<Standing.Body> listed() {
        return bodies("", Map.of());
    }

    private List<Standing.Body> bodies(String where, Map<String, ?> params) {
        return jdbc.sql(
                        "select b.name, b.did, l.name as list from trusted_body b join trust_list l on l.id = b.list_id "
                                + where + " order by l.added_at, b.name, b.did")
                .params(params)
                .query((row, n) -> new Standing.Body(
                        row.getString("name"), row.getString("did"), Optional.of(row.getString("list"))))
                .list();
    }

    /// The accreditations of the lists that are about any of these.
    List<JsonObject> accreditationsOf(Collection<URI> about) {
        return jdbc.sql("select document from listed_accreditation where about = any(:about) order by list_id, number")
                .param("about", about.stream().map(URI::toString).toArray(String[]::new))
                .query((row, n) -> Json.object(row.getString(1)))
                .list();
    }

    List<Listed> lists() {
        return jdbc.sql("""
                select l.*, (select count(*) from trusted_body b where b.list_id = l.id) as bodies,
                       (select count(*) from listed_accreditation a where a.list_id = l.id) as accreditations
                from trust_list l order by l.added_at, l.id
                """)
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        TrustListFile.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("bodies"),
                        row.getInt("accreditations"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    /// Names one of this platform's own bodies as trusted, or no longer.
    @Transactional
    public void setOwn(String actor, OrganisationId body, boolean trusted) {
        var name = organisations
                .byId(body)
                .orElseThrow(() -> new NotFoundException("quality body"))
                .legalName();
        jdbc.sql(
                        trusted
                                ? "insert into trusted_organisation values (:body, :now) on conflict do nothing"
                                : "delete from trusted_organisation where organisation_id = :body and :now is not null")
                .param("body", body.value())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        record(actor, trusted ? "trust.body.named" : "trust.body.dropped", "organisation:" + body, name);
    }

    /// Brings a list in, whole or not at all.
    ///
    /// @throws InputException when just this list is there already
    @Transactional
    public void add(String actor, TrustListFile file, byte[] bytes) {
        var id = UUID.randomUUID();
        try {
            jdbc.sql("insert into trust_list values (:id, :kind, :name, :digest, :now)")
                    .param("id", id)
                    .param("kind", file.kind().name())
                    .param("name", file.name())
                    .param("digest", sha256(bytes))
                    .param("now", time.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new InputException(Fault.of("file", "trust.list.again"));
        }
        insert(id, file);
        record(actor, "trust.list.added", "trustlist:" + id, file.name());
    }

    private void insert(UUID id, TrustListFile file) {
        jdbc.sql("insert into trusted_body select :id, did, name from unnest(:dids, :names) as b (did, name)")
                .param("id", id)
                .param("dids", file.bodies().keySet().toArray(String[]::new))
                .param("names", file.bodies().values().toArray(String[]::new))
                .update();
        jdbc.sql("""
                insert into listed_accreditation
                select :id, number, about, document
                from unnest(:abouts, :documents) with ordinality as a (about, document, number)
                """)
                .param("id", id)
                .param(
                        "abouts",
                        file.accreditations().stream()
                                .map(a -> a.about().toString())
                                .toArray(String[]::new))
                .param(
                        "documents",
                        file.accreditations().stream()
                                .map(a -> Json.text(a.document()))
                                .toArray(String[]::new))
                .update();
    }

    /// Takes a list away; whom it named is not trusted any more, unless another list names him.
    @Transactional
    public void drop(String actor, UUID id) {
        var name = lists().stream()
                .filter(list -> list.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("trust list"))
                .name();
        jdbc.sql("delete from trust_list where id = :id").param("id", id).update();
        record(actor, "trust.list.dropped", "trustlist:" + id, name);
    }

    private void record(String actor, String action, String subject, String name) {
        audit.record(new Audit.Deed(Optional.empty(), actor, action, subject, Map.of("name", name)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
