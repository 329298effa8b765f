package org.cairn.server.taxonomy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Whether people of an organisation accepted or refused skills that were found in a text. What was refused is not
/// offered again for the same text. Thread-safe.
@Service
public class SkillDecisions {
    private final JdbcClient jdbc;
    private final InstantSource time;

    SkillDecisions(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /// By which a text is known again, whatever its spaces: 64 hexadecimal digits.
    public static String hash(String text) {
        try {
            var plain = text.strip().replaceAll("\\s+", " ");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was decided about skills in this text; true is accepted.
    public Map<ConceptUri, Boolean> of(OrganisationId organisation, String text) {
        var decided = new HashMap<ConceptUri, Boolean>();
        jdbc.sql(
                        "select skill, accepted from skill_decision where organisation_id = :organisation and text_hash = :hash")
                .param("organisation", organisation.value())
                .param("hash", hash(text))
                .query(row -> {
                    decided.put(new ConceptUri(row.getString("skill")), row.getBoolean("accepted"));
                });
        return decided;
    }

    /// Keeps a decision, in the place of an earlier one about the same.
    ///
    /// @param confidence with which it was found, from 0 to 1
    public void decide(Acting by, String text, ConceptUri skill, double confidence, boolean accepted) {
        jdbc.sql("""
                insert into skill_decision (organisation_id, text_hash, skill, accepted, confidence, actor, decided_at)
                values (:organisation, :hash, :skill, :accepted, :confidence, :actor, :at)
                on conflict (organisation_id, text_hash, skill) do update set accepted = excluded.accepted,
                  confidence = excluded.confidence, actor = excluded.actor, decided_at = excluded.decided_at
                """)
                .param("organisation", by.organisationId().value())
                .param("hash", hash(text))
                .param("skill", skill.value())
                .param("accepted", accepted)
                .param("confidence", confidence)
                .param("actor", by.actor())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
