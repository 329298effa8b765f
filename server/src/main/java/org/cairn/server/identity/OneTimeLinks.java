package org.cairn.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links that prove, once and for a quarter of an hour, that somebody reads an address. Only a hash of the token is
/// stored. Thread-safe; a token used twice at the same moment works once.
@Component
class OneTimeLinks implements OneTimeTokenService {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /// What an added address proves: who asked for it.
    record Proof(PersonId person, EmailAddress address) {}

    @Override
    @Transactional
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        var address = EmailAddress.parse(request.getUsername())
                .orElseThrow(() -> new IllegalArgumentException("no e-mail address"));
        var expiry = time.instant().plus(LIFETIME);
        return new DefaultOneTimeToken(store("SIGN_IN", address, Optional.empty(), expiry), address.value(), expiry);
    }

    /// A token that adds an address to a person.
    @Transactional
    String forAddedEmail(PersonId person, EmailAddress address) {
        return store("ADD_EMAIL", address, Optional.of(person), time.instant().plus(LIFETIME));
    }

    @Override
    @Transactional
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken authentication) {
        var token = authentication.getTokenValue();
        if (token == null) {
            return null;
        }
        return jdbc.sql("""
                update one_time_link set used_at = :now
                where token_hash = :hash and purpose = 'SIGN_IN' and used_at is null and expires_at > :now
                returning address
                """)
                .param("hash", hash(token))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(address -> (OneTimeToken) new DefaultOneTimeToken(token, address, time.instant()))
                .orElse(null);
    }

    @Transactional
    Optional<Proof> consumeAddedEmail(String token) {
        return jdbc.sql("""
                update one_time_link set used_at = :now
                where token_hash = :hash and purpose = 'ADD_EMAIL' and used_at is null and expires_at > :now
                returning address, person_id
                """)
                .param("hash", hash(token))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Proof(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new EmailAddress(row.getString("address"))))
                .optional();
    }

    private String store(String purpose, EmailAddress address, Optional<PersonId> person, Instant expiry) {
        jdbc.sql("delete from one_time_link where expires_at < :now")
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        var token = randomToken();
        jdbc.sql("""
                insert into one_time_link (token_hash, purpose, address, person_id, expires_at)
                values (:hash, :purpose, :address, :person, :expiry)
                """)
                .param("hash", hash(token))
                .param("purpose", purpose)
                .param("address", address.value())
                .param("person", person.map(PersonId::value).orElse(null))
                .param("expiry", expiry.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    private String randomToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
