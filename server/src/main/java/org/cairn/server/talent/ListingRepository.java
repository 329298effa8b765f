package org.cairn.server.talent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `talent_listing`, `talent_listing_credential` and `talent_listing_skill`.
@Repository
class ListingRepository {
    private final JdbcClient jdbc;

    ListingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Listing listing) {
        jdbc.sql("""
                insert into talent_listing (id, person_id, looking_for, country, subdivision, languages, name_shown,
                  published_at, expires_at)
                values (:id, :person, :for, :country, :subdivision, :languages, :name, :at, :until)
                """)
                .param("id", listing.id().value())
                .param("person", listing.person().value())
                .param("for", listing.words().lookingFor())
                .param("country", listing.words().country())
                .param("subdivision", listing.words().subdivision())
                .param("languages", listing.words().languages().toArray(String[]::new))
                .param("name", listing.nameShown())
                .param("at", listing.publishedAt().atOffset(ZoneOffset.UTC))
                .param("until", listing.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        for (var place = 0; place < listing.credentials().size(); place++) {
            jdbc.sql("insert into talent_listing_credential (listing_id, position, credential_id)"
                            + " values (:listing, :position, :credential)")
                    .param("listing", listing.id().value())
                    .param("position", place)
                    .param("credential", listing.credentials().get(place).value())
                    .update();
        }
        listing.skills()
                .forEach((skill, backing) -> backing.forEach(
                        credential -> jdbc.sql("insert into talent_listing_skill (listing_id, skill, credential_id)"
                                        + " values (:listing, :skill, :credential)")
                                .param("listing", listing.id().value())
                                .param("skill", skill)
                                .param("credential", credential.value())
                                .update()));
    }

    /// The one that has not been ended, whether its time is over or not.
    Optional<Listing> current(PersonId person) {
        return jdbc.sql("select * from talent_listing where person_id = :person and ended_at is null")
                .param("person", person.value())
                .query((row, n) -> listing(row))
                .optional();
    }

    Optional<Listing> byId(ListingId id) {
        return jdbc.sql("select * from talent_listing where id = :id")
                .param("id", id.value())
                .query((row, n) -> listing(row))
                .optional();
    }

    void end(ListingId id, Instant at) {
        jdbc.sql("update talent_listing set ended_at = :at where id = :id and ended_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /// What employers look for.
    ///
    /// @param skills all of which must be listed
    /// @param country and language empty for any
    record Query(List<String> skills, String country, String language) {
        Query {
            skills = List.copyOf(skills);
        }

        boolean isEmpty() {
            return skills.isEmpty() && country.isEmpty() && language.isEmpty();
        }
    }

    /// Live listings that fit, in an order that only chance decides: the same all day long for one seed.
    List<Listing> found(Query query, String seed, Instant now, int limit) {
        return jdbc.sql("""
                select l.* from talent_listing l
                where l.ended_at is null and l.expires_at > :now
                  and (:country = '' or l.country = :country)
                  and (:language = '' or :language = any (l.languages))
                  and (select count(distinct s.skill) from talent_listing_skill s
                       where s.listing_id = l.id and s.skill = any (:skills)) = :wanted
                order by md5(l.id::text || :seed) limit :limit
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("country", query.country())
                .param("language", query.language())
                .param("skills", query.skills().toArray(String[]::new))
                .param("wanted", query.skills().size())
                .param("seed", seed)
                .param("limit", limit)
                .query((row, n) -> listing(row))
                .list();
    }

    /// How many other people list a skill in a country now.
    int othersWith(String skill, String country, PersonId than, Instant now) {
        return jdbc.sql("""
                select count(distinct l.person_id) from talent_listing l
                join talent_listing_skill s on s.listing_id = l.id
                where l.ended_at is null and l.expires_at > :now and l.country = :country and s.skill = :skill
                  and l.person_id <> :person
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("country", country)
                .param("skill", skill)
                .param("person", than.value())
                .query(Integer.class)
                .single();
    }

    /// Those whose time is over and that nobody ended.
    List<Listing> expired(Instant now) {
        return jdbc.sql("select * from talent_listing where ended_at is null and expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> listing(row))
                .list();
    }

    /// Forgets what ended long ago, with who looked and who asked; not where she said yes and is still in touch.
    int deleteEndedBefore(Instant moment) {
        return jdbc.sql("""
                delete from talent_listing l where ended_at < :moment
                  and not exists (select 1 from talent_contact c
                    where c.listing_id = l.id and c.answer = 'YES' and c.closed_at is null)
                """).param("moment", moment.atOffset(ZoneOffset.UTC)).update();
    }

    private Listing listing(ResultSet row) throws SQLException {
        var id = new ListingId(row.getObject("id", UUID.class));
        return new Listing(
                id,
                new PersonId(row.getObject("person_id", UUID.class)),
                new Listing.Words(
                        row.getString("looking_for"),
                        row.getString("country"),
                        row.getString("subdivision"),
                        Arrays.asList((String[]) row.getArray("languages").getArray())),
                row.getBoolean("name_shown"),
                credentials(id),
                skills(id),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    private List<CredentialId> credentials(ListingId id) {
        return jdbc.sql("select credential_id from talent_listing_credential where listing_id = :id order by position")
                .param("id", id.value())
                .query((row, n) -> new CredentialId(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<String, Set<CredentialId>> skills(ListingId id) {
        var skills = new HashMap<String, Set<CredentialId>>();
        jdbc.sql("select skill, credential_id from talent_listing_skill where listing_id = :id")
                .param("id", id.value())
                .query(row -> {
                    skills.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                            .add(new CredentialId(row.getObject(2, UUID.class)));
                });
        return skills;
    }
}
