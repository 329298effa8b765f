package org.cairn.server.award;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `recipient`.
@Repository
class RecipientRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RecipientRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Makes others who award for the same organisation wait until this transaction ends: who is who must not change
    /// between looking and writing.
    void lockRegister(OrganisationId organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:organisation, 50))")
                .param("organisation", organisation.toString())
                .query((row, n) -> n)
                .single();
    }

    /// Everybody whom one of the wishes could mean.
    Register register(OrganisationId organisation, Collection<Awarding> wishes) {
        var numbers = wishes.stream().flatMap(w -> w.learnerNumber().stream()).toArray(String[]::new);
        var emails = wishes.stream()
                .flatMap(w -> w.email().stream())
                .map(EmailAddress::value)
                .toArray(String[]::new);
        var names = wishes.stream()
                .map(w -> NameKey.of(w.name()).value())
                .distinct()
                .toArray(String[]::new);
        return new Register(
                organisation,
                jdbc.sql("""
                select * from recipient where organisation_id = :organisation and learner_number = any(:numbers)
                union
                select * from recipient where organisation_id = :organisation and email = any(:emails)
                union
                select * from recipient where organisation_id = :organisation and name_key = any(:names)
                  and learner_number is null and email is null
                """)
                        .param("organisation", organisation.value())
                        .param("numbers", numbers)
                        .param("emails", emails)
                        .param("names", names)
                        .query((row, n) -> recipient(row, "id"))
                        .list());
    }

    void insert(List<Recipient> recipients) {
        batches.batchUpdate("""
                insert into recipient (id, organisation_id, name, name_key, email, learner_number, holder_id, created_at)
                values (?, ?, ?, ?, ?, ?, ?, now())
                """, recipients, 200, (row, r) -> {
            row.setObject(1, r.id().value());
            row.setObject(2, r.organisation().value());
            row.setString(3, r.name());
            row.setString(4, NameKey.of(r.name()).value());
            row.setString(5, r.email().map(EmailAddress::value).orElse(null));
            row.setString(6, r.learnerNumber().orElse(null));
            row.setObject(7, r.holder().map(PersonId::value).orElse(null));
        });
    }

    /// Stores the address, number and holder that were learnt of somebody known.
    void update(Recipient recipient) {
        jdbc.sql("""
                update recipient set email = :email, learner_number = :number, holder_id = :holder
                where organisation_id = :organisation and id = :id
                """)
                .param("email", recipient.email().map(EmailAddress::value).orElse(null))
                .param("number", recipient.learnerNumber().orElse(null))
                .param("holder", recipient.holder().map(PersonId::value).orElse(null))
                .param("organisation", recipient.organisation().value())
                .param("id", recipient.id().value())
                .update();
    }

    /// Makes a person the holder, unless somebody is already.
    boolean claim(Recipient recipient, PersonId person) {
        return jdbc.sql("""
                        update recipient set holder_id = :person
                        where organisation_id = :organisation and id = :id
                          and (holder_id is null or holder_id = :person)
                        """)
                        .param("person", person.value())
                        .param("organisation", recipient.organisation().value())
                        .param("id", recipient.id().value())
                        .update()
                == 1;
    }

    /// In all organisations: who reads the address is the one they meant.
    List<Recipient> claimAllOf(EmailAddress address, PersonId person) {
        return jdbc.sql("""
                update recipient set holder_id = :person where email = :email and holder_id is null returning *
                """)
                .param("person", person.value())
                .param("email", address.value())
                .query((row, n) -> recipient(row, "id"))
                .list();
    }

    static Recipient recipient(ResultSet row, String idColumn) throws SQLException {
        return new Recipient(
                new RecipientId(row.getObject(idColumn, UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
                Optional.ofNullable(row.getString("learner_number")),
                Optional.ofNullable(row.getObject("holder_id", UUID.class)).map(PersonId::new));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
