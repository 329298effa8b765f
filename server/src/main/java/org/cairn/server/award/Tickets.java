package org.cairn.server.award;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.operate.MasterKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Table `claim_ticket`: links in letters (256 random bits) and codes on paper (twelve characters, some 59 bits, to be
/// tried only a few times a minute). Lost with the database; who steals it finds hashes and sealed codes. Thread-safe.
@Component
class Tickets {
    static final Duration LIFETIME = Duration.ofDays(365);
    /// Without what is taken for something else when read from paper: 0 O, 1 I L, U V.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int CODE_LENGTH = 12;
    private static final int LONGEST_PRESENTED = 64;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MasterKey master;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Tickets(JdbcClient jdbc, JdbcTemplate batches, MasterKey master, InstantSource time) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.master = master;
        this.time = time;
    }

    /// A ticket about to be stored.
    ///
    /// @param sentTo where the letter with this link goes; empty for a code on a sheet
    record Fresh(Award award, String secret, Optional<EmailAddress> sentTo) {
        boolean isPaper() {
            return sentTo.isEmpty();
        }

        @Override
        public String toString() {
            return "Fresh[" + award.id() + "]";
        }
    }

    /// A stored ticket.
    record Stored(AwardId award, Optional<EmailAddress> sentTo, Instant expiresAt) {}

    Fresh link(Award award, EmailAddress to) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new Fresh(award, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), Optional.of(to));
    }

    Fresh code(Award award) {
        var code = random.ints(CODE_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return new Fresh(award, code, Optional.empty());
    }

    void insert(List<Fresh> tickets) {
        var until = time.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC);
        batches.batchUpdate("""
                insert into claim_ticket
                  (secret_hash, organisation_id, recipient_id, award_id, sealed_code, sent_to, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, tickets, 200, (row, t) -> {
            row.setString(1, Digest.of(t.secret()).hex());
            row.setObject(2, t.award().organisation().value());
            row.setObject(3, t.award().recipient().id().value());
            row.setObject(4, t.award().id().value());
            row.setBytes(5, t.isPaper() ? seal(t) : null);
            row.setString(6, t.sentTo().map(EmailAddress::value).orElse(null));
            row.setObject(7, until);
        });
    }

    /// The live ticket of a token, or of a code typed with or without its gaps, in capitals or not.
    Optional<Stored> find(String presented) {
        if (presented.length() > LONGEST_PRESENTED) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select award_id, sent_to, expires_at from claim_ticket
                where secret_hash = :hash and expires_at > :now
                """)
                .param("hash", Digest.of(canonical(presented)).hex())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Stored(
                        new AwardId(row.getObject("award_id", UUID.class)),
                        Optional.ofNullable(row.getString("sent_to")).map(EmailAddress::new),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /// The codes on paper of these awards, in groups of four.
    Map<AwardId, String> codes(Collection<AwardId> awards) {
        record Coded(AwardId award, String code) {}
        return jdbc
                .sql("""
                select award_id, sealed_code from claim_ticket
                where award_id = any(:awards::uuid[]) and sealed_code is not null and expires_at > :now
                """)
                .param("awards", awards.stream().map(AwardId::toString).toArray(String[]::new))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    var award = new AwardId(row.getObject("award_id", UUID.class));
                    return new Coded(award, grouped(open(row.getBytes("sealed_code"), award)));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Coded::award, Coded::code, (one, other) -> other));
    }

    /// Ends every ticket of a recipient, as when letters went to a wrong address.
    void endAllOf(Recipient recipient) {
        jdbc.sql("delete from claim_ticket where organisation_id = :organisation and recipient_id = :recipient")
                .param("organisation", recipient.organisation().value())
                .param("recipient", recipient.id().value())
                .update();
    }

    private static String canonical(String presented) {
        var typed = Normalizer.normalize(presented, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}\\p{Z}\\p{Cf}]+", "")
                .toUpperCase(Locale.ROOT);
        return typed.length() == CODE_LENGTH ? typed : presented.strip();
    }

    private byte[] seal(Fresh ticket) {
        return master.seal(
                ticket.secret().getBytes(StandardCharsets.US_ASCII),
                context(ticket.award().id()));
    }

    private String open(byte[] sealed, AwardId award) {
        return new String(master.open(sealed, context(award)), StandardCharsets.US_ASCII);
    }

    private static String context(AwardId award) {
        return "claim-code:" + award;
    }

    private static String grouped(String code) {
        return code.substring(0, 4) + '-' + code.substring(4, 8) + '-' + code.substring(8);
    }
}
