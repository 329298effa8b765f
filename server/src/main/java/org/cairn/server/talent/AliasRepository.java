package org.cairn.server.talent;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `talent_alias` and `talent_look`: what each employer knows a listing by, and when it saw it.
@Repository
class AliasRepository {
    private static final String FIRST = "BDFGKLMNPRSTVZ";
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int TRIES = 20;
    private static final int MOST_LOOKS = 500;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    AliasRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name made up; says nothing of anybody
    record Alias(AliasId id, OrganisationId organisation, ListingId listing, String name) {}

    /// The one this employer knows, made when it sees the listing for the first time.
    Alias of(OrganisationId organisation, ListingId listing) {
        for (var tries = 0; tries < TRIES; tries++) {
            var known = find(organisation, listing);
            if (known.isPresent()) {
                return known.get();
            }
            jdbc.sql("""
                    insert into talent_alias (id, organisation_id, listing_id, alias)
                    values (:id, :organisation, :listing, :alias) on conflict do nothing
                    """)
                    .param("id", UUID.randomUUID())
                    .param("organisation", organisation.value())
                    .param("listing", listing.value())
                    .param("alias", name())
                    .update();
        }
        throw new IllegalStateException("No free name was found");
    }

    /// Four syllables, as `Mirosake`: twenty-four million names, in no language.
    private String name() {
        var name = new StringBuilder();
        for (var syllable = 0; syllable < 4; syllable++) {
            name.append(letter(syllable == 0 ? FIRST : CONSONANTS)).append(letter(VOWELS));
        }
        return name.toString();
    }

    private char letter(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    private Optional<Alias> find(OrganisationId organisation, ListingId listing) {
        return jdbc.sql("select * from talent_alias where organisation_id = :organisation and listing_id = :listing")
                .param("organisation", organisation.value())
                .param("listing", listing.value())
                .query((row, n) -> new Alias(
                        new AliasId(row.getObject("id", UUID.class)), organisation, listing, row.getString("alias")))
                .optional();
    }

    Optional<Alias> byId(OrganisationId organisation, AliasId id) {
        return jdbc.sql("select * from talent_alias where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> new Alias(
                        id,
                        organisation,
                        new ListingId(row.getObject("listing_id", UUID.class)),
                        row.getString("alias")))
                .optional();
    }

    void looked(OrganisationId organisation, ListingId listing, Look.Kind kind, Instant at) {
        jdbc.sql("""
                insert into talent_look (organisation_id, listing_id, kind, at)
                values (:organisation, :listing, :kind, :at)
                """)
                .param("organisation", organisation.value())
                .param("listing", listing.value())
                .param("kind", kind.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Newest first.
    List<Look> looks(ListingId listing) {
        return jdbc.sql("select * from talent_look where listing_id = :listing order by at desc, id desc limit :limit")
                .param("listing", listing.value())
                .param("limit", MOST_LOOKS)
                .query((row, n) -> new Look(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        Look.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
