package org.cairn.server.bulk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.MasterKey;
import org.cairn.server.operate.Outbound;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells a program that a run is done: at least once, with an id by which it knows what it was told before, signed, and
/// without a word of what was found. Tries again at growing distances for half a day. Thread-safe.
///
/// The signature is `Cairn-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 under the secret over the seconds, a full stop
/// and the body.
@Component
class Webhooks {
    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("bulk-webhook");
    static final int MOST_ATTEMPTS = 15;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final int LONGEST_ADDRESS = 500;

    private final JdbcClient jdbc;
    private final MasterKey key;
    private final CairnSettings settings;
    private final Outbound outbound;
    private final SchedulerClient jobs;
    private final JsonMapper json;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            JdbcClient jdbc,
            MasterKey key,
            CairnSettings settings,
            Outbound outbound,
            @Qualifier("schedulerClient") SchedulerClient jobs,
            JsonMapper json,
            InstantSource time) {
        this.jdbc = jdbc;
        this.key = key;
        this.settings = settings;
        this.outbound = outbound;
        this.jobs = jobs;
        this.json = json;
        this.time = time;
    }

    /// How the telling of one run stands.
    record Telling(int attempts, Optional<Instant> deliveredAt, Optional<Instant> givenUpAt) {}

    /// @return the secret, which nobody gets to see again
    /// @throws InputException for an address we would never call
    String register(BulkRun run, String address) {
        var checked = checked(address);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into bulk_webhook (id, organisation_id, run_id, address, secret_sealed)
                values (:id, :organisation, :run, :address, :secret)
                """)
                .param("id", id)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("address", checked.toString())
                .param("secret", key.seal(secret.getBytes(StandardCharsets.US_ASCII), context(id)))
                .update();
        return secret;
    }

    /// Whether the host may be called is asked when it is; a name may lead elsewhere by then.
    private URI checked(String address) {
        try {
            var uri = URI.create(address.strip());
            var https =
                    "https".equals(uri.getScheme()) || (settings.outboundLoopback() && "http".equals(uri.getScheme()));
            if (https && uri.getHost() != null && uri.getRawUserInfo() == null && address.length() <= LONGEST_ADDRESS) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // no address at all: told below
        }
        throw new InputException(Fault.of("webhook", "bulk.webhook.form", LONGEST_ADDRESS));
    }

    private static String context(UUID id) {
        return "webhook:" + id;
    }

    /// Puts the telling on its way once the running transaction has been committed; nothing happens where nobody asked.
    void tell(BulkRun run) {
        jdbc.sql("select id from bulk_webhook where organisation_id = :organisation and run_id = :run")
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .query(UUID.class)
                .optional()
                .ifPresent(id ->
                        jobs.scheduleIfNotExists(TELL.instance(id.toString()).build(), time.instant()));
    }

    Optional<Telling> of(BulkRun run) {
        return jdbc.sql("select * from bulk_webhook where organisation_id = :organisation and run_id = :run")
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .query((row, n) -> new Telling(
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getTimestamp("delivered_at")).map(at -> at.toInstant()),
                        Optional.ofNullable(row.getTimestamp("given_up_at")).map(at -> at.toInstant())))
                .optional();
    }

    private record Owed(UUID run, URI address, String secret, int attempts) {}

    /// Tells once.
    ///
    /// @return how long to wait before the next try; empty when it was taken, given up or is gone with its run
    Optional<Duration> deliver(UUID id) {
        return owed(id).flatMap(owed -> {
            var delivery = outbound.send(message(id, owed));
            var accepted = delivery instanceof Outbound.Delivery.Answered answer && answer.isAccepted();
            var attempts = owed.attempts() + 1;
            var givenUp = !accepted && attempts >= MOST_ATTEMPTS;
            note(id, outcome(delivery), accepted, givenUp);
            return accepted || givenUp ? Optional.empty() : Optional.of(wait(attempts));
        });
    }

    static Duration wait(int attempts) {
        var wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private Optional<Owed> owed(UUID id) {
        return jdbc.sql("""
                select * from bulk_webhook where id = :id and delivered_at is null and given_up_at is null
                """)
                .param("id", id)
                .query((row, n) -> new Owed(
                        row.getObject("run_id", UUID.class),
                        URI.create(row.getString("address")),
                        new String(key.open(row.getBytes("secret_sealed"), context(id)), StandardCharsets.US_ASCII),
                        row.getInt("attempts")))
                .optional();
    }

    private Outbound.Message message(UUID id, Owed owed) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("event", "verification.finished");
        told.put("verification", owed.run());
        told.put("report", settings.address("/api/verifications/" + owed.run()));
        var body = json.writeValueAsString(told);
        var seconds = time.instant().getEpochSecond();
        return new Outbound.Message(
                owed.address(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Cairn-Delivery",
                        id.toString(),
                        "Cairn-Signature",
                        "t=" + seconds + ",v1=" + hmac(owed.secret(), seconds + "." + body)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(Outbound.Delivery delivery) {
        return switch (delivery) {
            case Outbound.Delivery.Answered(var status) -> "HTTP " + status;
            case Outbound.Delivery.Unreachable(var trouble) -> trouble.name();
            case Outbound.Delivery.Refused(var rule) -> rule.name();
        };
    }

    private void note(UUID id, String outcome, boolean accepted, boolean givenUp) {
        var now = time.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                update bulk_webhook set attempts = attempts + 1, outcome = :outcome, delivered_at = :delivered,
                  given_up_at = :givenUp
                where id = :id
                """)
                .param("id", id)
                .param("outcome", outcome)
                .param("delivered", accepted ? now : null)
                .param("givenUp", givenUp ? now : null)
                .update();
    }
}
