package org.cairn.server.talent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.RoleVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.portfolio.ShareId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `talent_contact`.
@Repository
class ContactRepository {
    private static final String SELECT = """
            select c.*, a.alias from talent_contact c
            join talent_alias a on a.id = c.alias_id and a.organisation_id = c.organisation_id
            """;

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Contact contact, AliasId alias) {
        jdbc.sql("""
                insert into talent_contact (id, organisation_id, alias_id, listing_id, person_id, role_version_id, message,
                  asked_by, asked_at)
                values (:id, :organisation, :alias, :listing, :person, :role, :message, :by, :at)
                """)
                .param("id", contact.id().value())
                .param("organisation", contact.organisation().value())
                .param("alias", alias.value())
                .param("listing", contact.listing().value())
                .param("person", contact.person().value())
                .param("role", contact.role().map(RoleVersionId::value).orElse(null))
                .param("message", contact.message())
                .param("by", contact.askedBy())
                .param("at", contact.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What this employer asked of this listing before.
    List<Contact> of(OrganisationId organisation, AliasId alias) {
        return jdbc.sql(SELECT + "where c.organisation_id = :organisation and c.alias_id = :alias")
                .param("organisation", organisation.value())
                .param("alias", alias.value())
                .query((row, n) -> contact(row))
                .list();
    }

    /// Newest first.
    List<Contact> of(OrganisationId organisation, int limit) {
        return jdbc.sql(SELECT + "where c.organisation_id = :organisation order by c.asked_at desc, c.id limit :limit")
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> contact(row))
                .list();
    }

    /// Newest first.
    List<Contact> of(PersonId person, int limit) {
        return jdbc.sql(SELECT + "where c.person_id = :person order by c.asked_at desc, c.id limit :limit")
                .param("person", person.value())
                .param("limit", limit)
                .query((row, n) -> contact(row))
                .list();
    }

    Optional<Contact> byId(OrganisationId organisation, ContactId id) {
        return jdbc.sql(SELECT + "where c.organisation_id = :organisation and c.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> contact(row))
                .optional();
    }

    Optional<Contact> byId(PersonId person, ContactId id) {
        return jdbc.sql(SELECT + "where c.person_id = :person and c.id = :id")
                .param("person", person.value())
                .param("id", id.value())
                .query((row, n) -> contact(row))
                .optional();
    }

    /// @return false when it was answered or closed before
    boolean answer(Contact contact, Contact.Answer answer, Contact.Revealed revealed, Instant at) {
        return jdbc.sql("""
                        update talent_contact set answer = :answer, answered_at = :at, name_revealed = :name,
                          email_revealed = :email, share_id = :share
                        where id = :id and person_id = :person and answer is null and closed_at is null
                        """)
                        .param("answer", answer.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("name", revealed.name())
                        .param("email", revealed.email())
                        .param("share", revealed.share().map(ShareId::value).orElse(null))
                        .param("id", contact.id().value())
                        .param("person", contact.person().value())
                        .update()
                == 1;
    }

    void close(Contact contact, Instant at) {
        jdbc.sql("update talent_contact set closed_at = :at"
                        + " where id = :id and person_id = :person and closed_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", contact.id().value())
                .param("person", contact.person().value())
                .update();
    }

    void closeUnanswered(ListingId listing, Instant at) {
        jdbc.sql("update talent_contact set closed_at = :at"
                        + " where listing_id = :listing and answer is null and closed_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("listing", listing.value())
                .update();
    }

    List<Contact> open(PersonId person) {
        return jdbc.sql(SELECT + "where c.person_id = :person and c.closed_at is null")
                .param("person", person.value())
                .query((row, n) -> contact(row))
                .list();
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("alias"),
                Optional.ofNullable(row.getObject("role_version_id", UUID.class))
                        .map(RoleVersionId::new),
                row.getString("message"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("answer")).map(Contact.Answer::valueOf),
                new Contact.Revealed(
                        row.getBoolean("name_revealed"),
                        row.getBoolean("email_revealed"),
                        Optional.ofNullable(row.getObject("share_id", UUID.class))
                                .map(ShareId::new)),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
    }
}
