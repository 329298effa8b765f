package org.cairn.server.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keys with which a program reaches one person's own things below `/api/me`, and nothing of any organisation. The
/// secret is shown once; only its hash is kept. A key that is revoked is gone, the audit trail remembers it.
/// Thread-safe.
@Service
class PersonalKeys {
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final People people;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    PersonalKeys(JdbcClient jdbc, People people, Audit audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    record Listed(UUID id, String name, Instant createdAt) {}

    /// @return the whole key; never to be had again
    @Transactional
    KeyText make(SignedIn by, String name) {
        var tidyName = KeyText.name(name);
        // Of two that are made at the same moment, the second one waits here and counts the first.
        jdbc.sql("select id from person where id = :me for update")
                .param("me", by.person().value())
                .query(UUID.class)
                .single();
        if (of(by.person()).size() >= MOST) {
            throw new InputException(Fault.of("name", "identity.personal.most", MOST));
        }
        var key = KeyText.fresh(KeyText.Owner.PERSON, random);
        jdbc.sql("""
                insert into person_key (id, person_id, name, secret_hash, created_at)
                values (:id, :person, :name, :hash, now())
                """)
                .param("id", key.id())
                .param("person", by.person().value())
                .param("name", tidyName)
                .param("hash", key.hash())
                .update();
        record(by, "key.made", key.id());
        return key;
    }

    /// Newest first.
    List<Listed> of(PersonId person) {
        return jdbc.sql("select * from person_key where person_id = :person order by created_at desc, id")
                .param("person", person.value())
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /// @return false when she has no such key
    @Transactional
    boolean revoke(SignedIn by, UUID id) {
        var revoked = jdbc.sql("delete from person_key where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", by.person().value())
                        .update()
                == 1;
        if (revoked) {
            record(by, "key.revoked", id);
        }
        return revoked;
    }

    /// Whose a presented key is; empty when it is none of ours, wrong or revoked.
    Optional<SignedIn> authenticate(String presented) {
        return KeyText.parse(presented)
                .filter(key -> key.owner() == KeyText.Owner.PERSON)
                .flatMap(key -> stored(key.id())
                        .filter(stored -> key.hasHash(stored.hash()))
                        .flatMap(stored -> people.byId(stored.person())))
                .map(people::principal);
    }

    private record Stored(PersonId person, byte[] hash) {}

    private Optional<Stored> stored(UUID id) {
        return jdbc.sql("select person_id, secret_hash from person_key where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Stored(new PersonId(row.getObject("person_id", UUID.class)), row.getBytes("secret_hash")))
                .optional();
    }

    private void record(SignedIn by, String action, UUID key) {
        audit.record(new Audit.Deed(Optional.empty(), by.actor(), action, "key:" + key, Map.of()));
    }
}
