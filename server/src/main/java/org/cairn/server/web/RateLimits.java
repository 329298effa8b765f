package org.cairn.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How often one visitor may do a thing that costs us something or helps a guesser. Kept in memory per node:
/// forgotten on restart, bounded in size. Thread-safe.
@Component
public class RateLimits {
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /// @param allowed tries per `period`, refilled evenly
    public record Limit(String name, int allowed, Duration period) {}

    /// Uses up one try.
    ///
    /// @param who what is counted, as an IP address; only ever held in memory
    /// @return false when there is none left
    public boolean permits(Limit limit, String who) {
        return buckets.get(limit.name() + '|' + who, key -> bucket(limit)).tryConsume(1);
    }

    /// Whether a try is left; uses up none.
    public boolean hasLeft(Limit limit, String who) {
        var bucket = buckets.getIfPresent(limit.name() + '|' + who);
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    private static Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(b -> b.capacity(limit.allowed()).refillGreedy(limit.allowed(), limit.period()))
                .build();
    }
}
