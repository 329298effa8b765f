package org.cairn.server.issue;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.CairnSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The lists that say which credentials do not stand. A changed bit is public with the transaction that changed it:
/// the next reader finds the signed copy out of date and has it signed anew, one reader for all. Thread-safe.
@Service
class StatusLists {
    /// How long a signed list holds. A verifier that kept one longer must ask again.
    static final Duration TTL = Duration.ofMinutes(10);
    /// A copy is signed anew when less than this is left, so that what is handed out lives at least as long in caches.
    static final Duration RESERVE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final IssuerKeys keys;
    private final Organisations organisations;
    private final DataIntegrity proofs;
    private final CairnSettings settings;
    private final InstantSource time;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    StatusLists(
            JdbcClient jdbc,
            IssuerKeys keys,
            Organisations organisations,
            DataIntegrity proofs,
            CairnSettings settings,
            InstantSource time,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.organisations = organisations;
        this.proofs = proofs;
        this.settings = settings;
        this.time = time;
        this.transaction = transaction;
    }

    /// Where one credential's bit stands.
    record Place(UUID list, int index) {}

    /// A list as it is handed out.
    ///
    /// @param until the end of its validity
    record SignedList(String json, Instant until) {}

    private record Filling(UUID list, byte[] seed, int used) {}

    private record Stored(OrganisationId organisation, byte[] bits, long version, Optional<SignedList> fresh) {}

    /// The address of a list.
    URI address(UUID list) {
        return settings.address("/status/" + list);
    }

    /// Takes places nobody had before. They are burnt only if the caller's transaction commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Place> take(OrganisationId organisation, int count) {
        var filling = filling(organisation);
        var places = new ArrayList<Place>(count);
        while (places.size() < count) {
            if (filling.used == PlaceOrder.PLACES) {
                filling = new Filling(newList(organisation), newSeed(), 0);
            }
            var order = new PlaceOrder(filling.seed);
            var last = Math.min(PlaceOrder.PLACES, filling.used + count - places.size());
            for (var turn = filling.used; turn < last; turn++) {
                places.add(new Place(filling.list, order.place(turn)));
            }
            filling = new Filling(filling.list, filling.seed, last);
        }
        save(organisation, filling);
        return places;
    }

    /// Sets or clears the bit of a place, and outdates the signed copy.
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(OrganisationId organisation, Place place, boolean set) {
        // PostgreSQL counts bits from the right of each byte, the standard from the left.
        jdbc.sql("""
                update status_list set bits = set_bit(bits, :bit, :value), version = version + 1
                where organisation_id = :organisation and id = :list
                """)
                .param("bit", (long) (place.index ^ 7))
                .param("value", set ? 1 : 0)
                .param("organisation", organisation.value())
                .param("list", place.list)
                .update();
    }

    /// The list as it stands now, signed; empty when there is no such list.
    Optional<SignedList> signed(UUID list) {
        var stored = stored(list, "");
        return stored.isEmpty() || stored.get().fresh.isPresent()
                ? stored.flatMap(Stored::fresh)
                : Optional.ofNullable(transaction.execute(status -> signedAnew(list)));
    }

    /// Readers who come at the same time wait for the one who signs, and take his copy.
    private SignedList signedAnew(UUID list) {
        var stored = stored(list, "for update").orElseThrow();
        return stored.fresh.orElseGet(() -> {
            var sealer = keys.sealer(organisations.byId(stored.organisation).orElseThrow());
            var now = time.instant();
            var unsigned = StatusListCredential.unsigned(
                    address(list), sealer.identity().did(), StatusEntry.REVOCATION, bits(stored.bits), now, TTL);
            var json = Json.text(proofs.sign(unsigned, sealer.signer(), now));
            var signed = new SignedList(json, Instant.parse(unsigned.getString("validUntil")));
            keep(list, stored.version, signed);
            return signed;
        });
    }

    private Optional<Stored> stored(UUID list, String lock) {
        var latest = time.instant().plus(RESERVE);
        return jdbc.sql("""
                select organisation_id, bits, version, signed_json, signed_version, signed_until
                from status_list where id = :list
                """ + lock)
                .param("list", list)
                .query((row, n) -> {
                    var until = row.getTimestamp("signed_until");
                    var fresh = until != null
                            && row.getLong("signed_version") == row.getLong("version")
                            && until.toInstant().isAfter(latest);
                    return new Stored(
                            new OrganisationId(row.getObject("organisation_id", UUID.class)),
                            row.getBytes("bits"),
                            row.getLong("version"),
                            fresh
                                    ? Optional.of(new SignedList(row.getString("signed_json"), until.toInstant()))
                                    : Optional.empty());
                })
                .optional();
    }

    private void keep(UUID list, long version, SignedList signed) {
        jdbc.sql("""
                update status_list set signed_json = :json, signed_version = :version, signed_until = :until
                where id = :list
                """)
                .param("json", signed.json)
                .param("version", version)
                .param("until", signed.until.atOffset(ZoneOffset.UTC))
                .param("list", list)
                .update();
    }

    private static Bitstring bits(byte[] bytes) {
        var bits = Bitstring.ofSize(bytes.length * 8);
        for (var at = 0; at < bytes.length; at++) {
            for (var rest = bytes[at] & 0xff; rest != 0; rest &= rest - 1) {
                bits.set(at * 8 + 7 - Integer.numberOfTrailingZeros(rest), true);
            }
        }
        return bits;
    }

    private Filling filling(OrganisationId organisation) {
        return locked(organisation).orElseGet(() -> {
            // Two first chunks at once: one inserts, the other waits and takes what is there.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 60))")
                    .param("key", organisation.toString())
                    .query((row, n) -> n)
                    .single();
            return locked(organisation).orElseGet(() -> new Filling(newList(organisation), newSeed(), 0));
        });
    }

    private Optional<Filling> locked(OrganisationId organisation) {
        return jdbc.sql(
                        "select list_id, seed, used from status_allocation where organisation_id = :organisation for update")
                .param("organisation", organisation.value())
                .query((row, n) ->
                        new Filling(row.getObject("list_id", UUID.class), row.getBytes("seed"), row.getInt("used")))
                .optional();
    }

    private void save(OrganisationId organisation, Filling filling) {
        jdbc.sql("""
                insert into status_allocation (organisation_id, list_id, seed, used)
                values (:organisation, :list, :seed, :used)
                on conflict (organisation_id) do update
                  set list_id = excluded.list_id, seed = excluded.seed, used = excluded.used
                """)
                .param("organisation", organisation.value())
                .param("list", filling.list)
                .param("seed", filling.seed)
                .param("used", filling.used)
                .update();
    }

    private UUID newList(OrganisationId organisation) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into status_list (id, organisation_id, bits, created_at)
                values (:id, :organisation, :bits, :at)
                """)
                .param("id", id)
                .param("organisation", organisation.value())
                .param("bits", new byte[PlaceOrder.PLACES / 8])
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private byte[] newSeed() {
        var seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }
}
