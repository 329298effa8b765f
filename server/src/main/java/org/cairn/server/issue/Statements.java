package org.cairn.server.issue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.badge.Endorsement;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.status.StatusEntry;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What organisations say in public of each other's microcredentials and of each other: `EndorsementCredential`s of
/// Open Badges 3.0, signed with the key of who says it, each with a place in its status list and an address of its
/// own. Who may say what, the rooms decide that call this. What a method stored is durable when it returns.
/// Thread-safe.
@Service
public class Statements {
    private final StatementRepository rows;
    private final IssuerKeys keys;
    private final StatusLists lists;
    private final DataIntegrity proofs;
    private final Organisations organisations;
    private final CairnSettings settings;
    private final Audit audit;
    private final InstantSource time;

    Statements(
            StatementRepository rows,
            IssuerKeys keys,
            StatusLists lists,
            DataIntegrity proofs,
            Organisations organisations,
            CairnSettings settings,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.keys = keys;
        this.lists = lists;
        this.proofs = proofs;
        this.organisations = organisations;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /// What is to be said.
    ///
    /// @param about id of a profile, an achievement or a credential
    /// @param name a line that tells what kind of statement it is
    /// @param comment Markdown
    /// @param validUntil in the future
    /// @param type what it is beside an endorsement; a word that `terms` defines
    /// @param terms see [#terms]
    public record Wish(
            URI about,
            String name,
            Optional<String> comment,
            Optional<Instant> validUntil,
            Optional<String> type,
            Extension terms) {}

    /// Facts that Open Badges has no word for, each defined in the document itself under our namespace, so that the
    /// signature covers it. Members of inner objects are defined, too.
    ///
    /// @param type a type of the statement that is to be defined as well
    public static Extension terms(Optional<String> type, Map<String, JsonValue> facts) {
        var context = Json.PROVIDER.createObjectBuilder();
        type.ifPresent(word -> context.add(word, Terms.NAMESPACE + word));
        facts.forEach((name, value) -> define(name, value, context));
        return new Extension(context.build(), facts);
    }

    private static void define(String name, JsonValue value, JsonObjectBuilder context) {
        context.add(name, Terms.NAMESPACE + name);
        switch (value) {
            case JsonObject inner -> inner.forEach((key, each) -> define(key, each, context));
            case JsonArray list ->
                list.stream()
                        .filter(JsonObject.class::isInstance)
                        .forEach(each -> each.asJsonObject().forEach((key, v) -> define(key, v, context)));
            default -> {}
        }
    }

    /// Signs and publishes it.
    ///
    /// @throws IllegalArgumentException when the wish cannot be a statement; callers check what people typed
    @Transactional
    public StatementId sign(Acting by, Wish wish) {
        var id = new StatementId(UUID.randomUUID());
        var organisation = organisations.byId(by.organisationId()).orElseThrow();
        var sealer = keys.sealer(organisation);
        var place = lists.take(organisation.id(), 1).getFirst();
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var unsigned = unsigned(id, wish, organisation, sealer.identity().did(), place, now);
        var json = Json.text(proofs.sign(unsigned, sealer.signer(), now));
        rows.insert(
                new Statement(
                        id,
                        organisation.id(),
                        wish.about(),
                        wish.type(),
                        now,
                        wish.validUntil(),
                        Optional.empty(),
                        Optional.empty(),
                        json),
                place);
        record(
                by,
                "statement.signed",
                id,
                Map.of("name", wish.name(), "about", wish.about().toString()));
        return id;
    }

    private JsonObject unsigned(
            StatementId id, Wish wish, Organisation organisation, String did, StatusLists.Place place, Instant now) {
        return new Endorsement(
                        address(id),
                        BadgeTemplate.issuer(organisation, did),
                        wish.about(),
                        wish.name(),
                        wish.comment(),
                        new OpenBadge.Validity(now, wish.validUntil(), Optional.empty()),
                        List.of(new StatusEntry(lists.address(place.list()), StatusEntry.REVOCATION, place.index())),
                        wish.type(),
                        wish.terms())
                .toJson();
    }

    /// Takes it back for good; the document stays readable and its status says so.
    ///
    /// @throws ConflictException when it was taken back before
    @Transactional
    public void withdraw(Acting by, StatementId id, String reason) {
        var words = Credentials.words(reason);
        if (byId(id).filter(s -> s.organisation().equals(by.organisationId())).isEmpty()) {
            throw new NotFoundException("statement");
        }
        var place = rows.withdraw(by.organisationId(), id, words, time.instant())
                .orElseThrow(() -> new ConflictException("issue.statement.withdrawn.before"));
        lists.mark(by.organisationId(), place, true);
        record(by, "statement.withdrawn", id, Map.of("reason", words));
    }

    /// A statement of any organisation: they are public.
    public Optional<Statement> byId(StatementId id) {
        return rows.byId(id);
    }

    /// All that was ever said of this, newest first.
    public List<Statement> about(URI about) {
        return rows.about(List.of(about));
    }

    /// All that was ever said of any of these, newest first.
    public List<Statement> about(Collection<URI> about) {
        return rows.about(about);
    }

    /// All that an organisation ever said, newest first.
    public List<Statement> of(OrganisationId organisation) {
        return rows.of(organisation);
    }

    /// The newest of these types that these organisations said and did not withdraw.
    public List<Statement> standing(Collection<String> types, Collection<OrganisationId> of, int most) {
        return rows.standing(types, of, most);
    }

    /// What was said of any of these, of these types: first by the organisations named, then by all others, each newest
    /// first.
    public List<Statement> about(
            Collection<URI> about, Collection<String> types, Collection<OrganisationId> first, int most) {
        return rows.about(about, types, first, most);
    }

    /// Where it is published, which is also what it calls itself.
    public URI address(StatementId id) {
        return settings.address("/statements/" + id);
    }

    private void record(Acting by, String action, StatementId id, Map<String, String> detail) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, id.subject(), detail));
    }
}
