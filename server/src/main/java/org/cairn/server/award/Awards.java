package org.cairn.server.award;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Awards: made, found, annulled, absorbed and restored. What a method stored is durable when it returns. Thread-safe.
@Service
public class Awards {
    private static final int LONGEST_REASON = 1_000;

    private final AwardRepository rows;
    private final Conferring conferring;
    private final Components components;
    private final ComponentRepository links;
    private final Specs specs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;
    private final JdbcClient jdbc;

    Awards(
            AwardRepository rows,
            Conferring conferring,
            Components components,
            ComponentRepository links,
            Specs specs,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time,
            JdbcClient jdbc) {
        this.rows = rows;
        this.conferring = conferring;
        this.components = components;
        this.links = links;
        this.specs = specs;
        this.audit = audit;
        this.events = events;
        this.time = time;
        this.jdbc = jdbc;
    }

    /// An award, and whether it was there before.
    record Given(Award award, boolean before) {}

    /// Awards one learner; asked again for the same learner, version and day it gives the award that is there.
    ///
    /// @throws NotFoundException when the version is none of this organisation's
    /// @throws InputException when the wish contradicts what is known of the learner, or names components that are
    /// not hers or do not stand
    @Transactional
    public Award award(Acting by, Awarding wish) {
        return give(by, wish, Locale.ENGLISH).award();
    }

    @Transactional
    Given give(Acting by, Awarding wish, Locale language) {
        var spec = specs.publishedOf(by.organisationId(), wish.spec()).orElseThrow(() -> new NotFoundException("spec"));
        var common = new Conferring.Common(by.organisation(), spec, Optional.empty(), by.actor(), language);
        return switch (conferring.confer(common, List.of(wish)).getFirst()) {
            case Conferring.Outcome.Refused(Reason reason) ->
                throw new InputException(new Fault("name", reason.key(), List.copyOf(reason.args())));
            case Conferring.Outcome.Before(Award earlier) -> new Given(earlier, true);
            case Conferring.Outcome.Conferred(Award fresh) -> {
                record(by, "award.conferred", fresh.id(), Map.of());
                yield new Given(rows.byId(by.organisationId(), fresh.id()).orElseThrow(), false);
            }
        };
    }

    /// As [#give], for a program that names its request: the same name answers with the same award for ever.
    @Transactional
    Given give(Acting by, Awarding wish, Locale language, String request) {
        if (request.isBlank() || request.length() > 200) {
            throw new InputException(Fault.of("Idempotency-Key", "award.api.key.form"));
        }
        lock(by, request);
        var fingerprint = wish.fingerprint().hex();
        var earlier = requested(by, request);
        if (earlier.isPresent()) {
            if (!earlier.get().fingerprint().equals(fingerprint)) {
                throw new ConflictException("award.api.key.reused");
            }
            return new Given(
                    rows.byId(by.organisationId(), earlier.get().award()).orElseThrow(), true);
        }
        var given = give(by, wish, language);
        remember(by, request, fingerprint, given.award());
        return given;
    }

    public Optional<Award> byId(OrganisationId organisation, AwardId id) {
        return rows.byId(organisation, id);
    }

    /// Awards of any organisation, for stages that were told their ids; unknown ids are left out.
    public List<Award> byIds(Collection<AwardId> ids) {
        return rows.byIds(ids);
    }

    /// The awards that this one is built on, of any organisation, in the order in which they were named; whatever
    /// became of them since.
    public List<Award> components(AwardId id) {
        return byIds(List.of(id)).stream()
                .flatMap(award -> components.of(award).stream())
                .toList();
    }

    /// The awards, of any organisation, that are built on this one, oldest first; whatever became of them since.
    public List<Award> builtOn(AwardId component) {
        return components.builtOn(component);
    }

    /// How many awards stand of each version, of all organisations: a count that names nobody.
    public Map<SpecVersionId, Long> standing() {
        return rows.standing();
    }

    /// What a person was awarded and has claimed, annulled and absorbed ones included, newest first.
    public List<Award> heldBy(PersonId person) {
        return rows.heldBy(person);
    }

    /// Takes an award back for good. Its credentials are revoked in the same transaction by whoever issued them.
    ///
    /// @throws ConflictException when it was annulled before, or is absorbed: then nothing of it stands
    /// that could be taken back, and it can be annulled once it is restored
    @Transactional
    public void annul(Acting by, AwardId id, String reason) {
        var award = rows.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("award"));
        var words = words(reason);
        if (!rows.annul(award, words, by.actor(), time.instant())) {
            throw new ConflictException(award.isAbsorbed() ? "award.annul.absorbed" : "award.annul.before");
        }
        record(by, "award.annulled", id, Map.of("reason", words));
        events.publishEvent(new AwardAnnulled(by.organisationId(), id, words, by.actor()));
    }

    /// Notes that the learner gave up a lower award for a higher one of hers, of any organisation. Its credentials are
    /// revoked in the same transaction by whoever issued them. When the higher one is annulled later, the lower one
    /// comes back only by [#restore].
    ///
    /// @throws NotFoundException when the lower one is none of this organisation's, or the higher one is nobody's
    /// @throws ConflictException when one of them does not stand, or they are not the same person's
    @Transactional
    public void absorb(Acting by, AwardId lower, AwardId into) {
        var award = rows.byId(by.organisationId(), lower).orElseThrow(() -> new NotFoundException("award"));
        links.keepAsTheyAre(List.of(into));
        var higher = byIds(List.of(into)).stream().findFirst().orElseThrow(() -> new NotFoundException("award"));
        if (lower.equals(into) || !higher.isOfSamePersonAs(award)) {
            throw new ConflictException("award.absorb.notHers");
        }
        if (!higher.isStanding() || !rows.absorb(award, into)) {
            throw new ConflictException("award.absorb.notStanding");
        }
        record(by, "award.absorbed", lower, Map.of("into", into.toString()));
        events.publishEvent(new AwardAbsorbed(by.organisationId(), lower, into, by.actor()));
    }

    /// Lets an absorbed award stand again, as when the higher one was annulled. Whoever issues makes it a new
    /// credential in the same transaction.
    ///
    /// @throws ConflictException when it is not absorbed
    @Transactional
    public void restore(Acting by, AwardId lower, String reason) {
        var award = rows.byId(by.organisationId(), lower).orElseThrow(() -> new NotFoundException("award"));
        var words = words(reason);
        if (!rows.restore(award)) {
            throw new ConflictException("award.restore.notAbsorbed");
        }
        record(by, "award.restored", lower, Map.of("reason", words));
        events.publishEvent(new AwardRestored(by.organisationId(), lower, words, by.actor()));
    }

    private static String words(String reason) {
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON || !Draft.canBeShown(words)) {
            throw new InputException(Fault.of("reason", "award.annul.reason.form"));
        }
        return words;
    }

    private void record(Acting by, String action, AwardId id, Map<String, String> detail) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, id.subject(), detail));
    }

    private record Requested(String fingerprint, AwardId award) {}

    /// Two requests with one key wait for each other instead of failing on the key.
    private void lock(Acting by, String request) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 51))")
                .param("key", by.organisationId() + " " + request)
                .query((row, n) -> n)
                .single();
    }

    private Optional<Requested> requested(Acting by, String request) {
        return jdbc.sql("""
                select fingerprint, award_id from award_request
                where organisation_id = :organisation and request_key = :key
                """)
                .param("organisation", by.organisationId().value())
                .param("key", request)
                .query((row, n) ->
                        new Requested(row.getString("fingerprint"), new AwardId(row.getObject("award_id", UUID.class))))
                .optional();
    }

    private void remember(Acting by, String request, String fingerprint, Award award) {
        jdbc.sql("""
                insert into award_request (organisation_id, request_key, fingerprint, award_id)
                values (:organisation, :key, :fingerprint, :award)
                """)
                .param("organisation", by.organisationId().value())
                .param("key", request)
                .param("fingerprint", fingerprint)
                .param("award", award.id().value())
                .update();
    }
}
