package org.cairn.server.vcapi;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.status.Bitstring;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// An organisation's status lists for the VC API, in the database. A list's bits are those of its entries.
final class StoredLedger implements Ledger {
    /// A list is closed when it is half full, so that a free place is found at once.
    private static final int CAPACITY = Bitstring.DEFAULT_SIZE / 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OrganisationId organisation;

    StoredLedger(JdbcClient jdbc, TransactionTemplate transaction, OrganisationId organisation) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
    }

    @Override
    public Place take(String credential, StatusPurpose purpose) {
        var place = Optional.<Place>empty();
        while (place.isEmpty()) {
            place = transaction.execute(status -> tryToTake(credential, purpose));
        }
        return place.orElseThrow();
    }

    /// Empty when the place drawn was somebody's already.
    private Optional<Place> tryToTake(String credential, StatusPurpose purpose) {
        var list = filling(purpose).orElseGet(() -> open(purpose));
        var index = RANDOM.nextInt(Bitstring.DEFAULT_SIZE);
        var taken = jdbc.sql("""
                        insert into vc_api_entry (organisation_id, list_id, place, credential, is_set)
                        values (:organisation, :list, :place, :credential, false) on conflict (list_id, place) do nothing
                        """)
                .param("organisation", organisation.value())
                .param("list", list)
                .param("place", index)
                .param("credential", credential)
                .update();
        jdbc.sql("update vc_api_list set used = used + :taken where organisation_id = :organisation and id = :list")
                .param("taken", taken)
                .param("organisation", organisation.value())
                .param("list", list)
                .update();
        return taken == 1 ? Optional.of(new Place(list, index)) : Optional.empty();
    }

    private Optional<UUID> filling(StatusPurpose purpose) {
        return jdbc.sql("""
                        select id from vc_api_list
                        where organisation_id = :organisation and purpose = :purpose and used < :capacity
                        order by created_at limit 1
                        """)
                .param("organisation", organisation.value())
                .param("purpose", purpose.id())
                .param("capacity", CAPACITY)
                .query(UUID.class)
                .optional();
    }

    private UUID open(StatusPurpose purpose) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into vc_api_list (id, organisation_id, purpose, used, created_at)
                values (:id, :organisation, :purpose, 0, now())
                """)
                .param("id", id)
                .param("organisation", organisation.value())
                .param("purpose", purpose.id())
                .update();
        return id;
    }

    @Override
    public boolean set(String credential, StatusPurpose purpose, boolean value) {
        return jdbc.sql("""
                        update vc_api_entry e set is_set = :value from vc_api_list l
                        where e.organisation_id = :organisation and e.credential = :credential
                          and l.id = e.list_id and l.organisation_id = e.organisation_id and l.purpose = :purpose
                        """)
                        .param("value", value)
                        .param("organisation", organisation.value())
                        .param("credential", credential)
                        .param("purpose", purpose.id())
                        .update()
                > 0;
    }

    @Override
    public Optional<StatusPurpose> purpose(UUID list) {
        return jdbc.sql("select purpose from vc_api_list where organisation_id = :organisation and id = :list")
                .param("organisation", organisation.value())
                .param("list", list)
                .query(String.class)
                .optional()
                .flatMap(StatusPurpose::named);
    }

    @Override
    public Bitstring bits(UUID list) {
        var bits = Bitstring.empty();
        jdbc.sql("""
                        select place from vc_api_entry
                        where organisation_id = :organisation and list_id = :list and is_set
                        """)
                .param("organisation", organisation.value())
                .param("list", list)
                .query(Integer.class)
                .list()
                .forEach(place -> bits.set(place, true));
        return bits;
    }
}
