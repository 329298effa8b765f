package org.cairn.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.People.OwnEmail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `person` and `person_email`.
@Repository
class PersonRepository {
    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Person person) {
        jdbc.sql("insert into person (id, name, language, created_at) values (:id, :name, :language, now())")
                .param("id", person.id().value())
                .param("name", person.name())
                .param("language", person.language().toLanguageTag())
                .update();
    }

    void update(Person person) {
        jdbc.sql("update person set name = :name, language = :language where id = :id")
                .param("id", person.id().value())
                .param("name", person.name())
                .param("language", person.language().toLanguageTag())
                .update();
    }

    Optional<Person> byId(PersonId id) {
        return jdbc.sql("select * from person where id = :id")
                .param("id", id.value())
                .query((row, n) -> person(row))
                .optional();
    }

    Optional<Person> byEmail(EmailAddress address) {
        return jdbc.sql("""
                select p.* from person p join person_email e on e.person_id = p.id where e.address = :address
                """)
                .param("address", address.value())
                .query((row, n) -> person(row))
                .optional();
    }

    void addEmail(PersonId person, EmailAddress address, boolean primary) {
        jdbc.sql("""
                insert into person_email (address, person_id, is_primary, confirmed_at)
                values (:address, :person, :primary, now())
                """)
                .param("address", address.value())
                .param("person", person.value())
                .param("primary", primary)
                .update();
    }

    List<OwnEmail> emails(PersonId person) {
        return jdbc.sql("select * from person_email where person_id = :person order by is_primary desc, address")
                .param("person", person.value())
                .query((row, n) ->
                        new OwnEmail(new EmailAddress(row.getString("address")), row.getBoolean("is_primary")))
                .list();
    }

    boolean removeEmailUnlessLast(PersonId person, EmailAddress address) {
        // Locks the person's row, so that two removals at once cannot take both of two addresses.
        jdbc.sql("select id from person where id = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .single();
        var removed = jdbc.sql("""
                        delete from person_email where address = :address and person_id = :person
                        and (select count(*) from person_email where person_id = :person) > 1
                        """)
                        .param("person", person.value())
                        .param("address", address.value())
                        .update()
                == 1;
        emails(person).stream().findFirst().ifPresent(first -> makePrimary(person, first.address()));
        return removed;
    }

    boolean makePrimary(PersonId person, EmailAddress address) {
        return jdbc.sql("""
                        update person_email set is_primary = (address = :address) where person_id = :person
                        and exists (select 1 from person_email where address = :address and person_id = :person)
                        """)
                        .param("person", person.value())
                        .param("address", address.value())
                        .update()
                > 0;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
