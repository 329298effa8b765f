package org.cairn.server.operate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cairn.server.operate.OutboundExchange.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The one way from here to other hosts, to fetch or to report. Whatever a stranger makes us fetch (DID documents,
/// status lists, credentials
/// by address) goes through here: https only, public addresses only, bounded in size, time and number, without
/// cookies or anything that tells who asked. Thread-safe; blocks its caller for ten seconds at most.
///
/// The address that was checked is the address that is connected to, so a name that resolves differently a moment
/// later gains nothing. Where `cairn.outbound-loopback` is set, loopback is open as well, with or without TLS.
@Component
public class Outbound implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Outbound.class);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final Duration CACHED_AT_MOST = Duration.ofMinutes(5);
    private static final int REDIRECTS = 3;
    private static final int AT_ONCE = 32;
    private static final int CACHED_BYTES = 32 * 1024 * 1024;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})");

    private final boolean loopbackIsOpen;
    private final InstantSource time;
    private final Duration whole;
    private final Semaphore lines = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<Wish, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Wish wish, Kept kept) -> kept.body().bytes().length + 200)
            .expireAfter(Expiry.<Wish, Kept>creating((wish, kept) -> kept.lasts()))
            .build();

    @Autowired
    Outbound(CairnSettings settings, InstantSource time) {
        this(settings.outboundLoopback(), time, WHOLE);
    }

    Outbound(boolean loopbackIsOpen, InstantSource time, Duration whole) {
        this.loopbackIsOpen = loopbackIsOpen;
        this.time = time;
        this.whole = whole;
    }

    /// @param accept value of the Accept header
    /// @param limit most bytes the body may have
    public record Wish(URI address, String accept, int limit) {}

    /// What came of it. Only `Missing` says something of the thing itself: its host answered that it is not there.
    public sealed interface Answer {
        /// @param type value of Content-Type, or empty
        /// @param fetchedAt when it came over the wire; earlier than now when it was kept
        @SuppressWarnings("ArrayRecordComponent") // never compared; read-only by agreement
        record Body(byte[] bytes, String type, Instant fetchedAt) implements Answer {}

        record Missing(int status) implements Answer {}

        /// No usable answer, for now: name unknown, connection refused, too slow, a server's error.
        record Unreachable(Trouble trouble) implements Answer {}

        /// We did not ask, or did not take what came, by our own rules.
        record Refused(Rule rule) implements Answer {}
    }

    public enum Trouble {
        UNKNOWN_HOST,
        NO_CONNECTION,
        TOO_SLOW,
        BAD_ANSWER,
        BUSY
    }

    public enum Rule {
        NOT_HTTPS,
        NOT_PUBLIC,
        MALFORMED,
        TOO_MANY_REDIRECTS,
        TOO_LARGE
    }

    private record Kept(Answer.Body body, Duration lasts) {}

    /// What is sent to another host by POST.
    ///
    /// @param headers beyond those that say where it goes and how long it is; names and values of our own making
    @SuppressWarnings("ArrayRecordComponent") // never compared; read-only by agreement
    public record Message(URI address, Map<String, String> headers, byte[] body) {
        public Message {
            headers = Map.copyOf(headers);
        }
    }

    /// What came of sending. The other host's words are not read, only its status; it cannot send us elsewhere.
    public sealed interface Delivery {
        record Answered(int status) implements Delivery {
            public boolean isAccepted() {
                return status >= 200 && status < 300;
            }
        }

        record Unreachable(Trouble trouble) implements Delivery {}

        record Refused(Rule rule) implements Delivery {}
    }

    /// Sends once, under the same rules as fetching: https, public addresses, ten seconds.
    public Delivery send(Message message) {
        return this.<Delivery>inTime(() -> delivered(message), Delivery.Unreachable::new);
    }

    private Delivery delivered(Message message) {
        try {
            var host = checkedHost(message.address());
            return new Delivery.Answered(OutboundExchange.post(message.address(), host, message));
        } catch (NotAllowed e) {
            return new Delivery.Refused(e.rule);
        } catch (UnknownHostException e) {
            return new Delivery.Unreachable(Trouble.UNKNOWN_HOST);
        } catch (IOException e) {
            log.debug("Sending to {} failed", message.address().getHost(), e);
            return new Delivery.Unreachable(Trouble.NO_CONNECTION);
        }
    }

    /// Fetches, or answers from what was fetched shortly before, where its host allowed that.
    public Answer get(Wish wish) {
        var kept = cache.getIfPresent(wish);
        return kept == null ? ask(wish) : kept.body();
    }

    private Answer ask(Wish wish) {
        return this.<Answer>inTime(() -> follow(wish), Answer.Unreachable::new);
    }

    /// The time limit holds for everything together, looking up names and redirects included: at its end the worker
    /// is interrupted, which closes the connection it waits on.
    private <T> T inTime(Callable<T> task, Function<Trouble, T> failed) {
        if (!lines.tryAcquire()) {
            return failed.apply(Trouble.BUSY);
        }
        var work = workers.submit(() -> {
            try {
                return task.call();
            } finally {
                lines.release();
            }
        });
        try {
            return work.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            return failed.apply(Trouble.TOO_SLOW);
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return failed.apply(Trouble.TOO_SLOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Fetching failed in an unforeseen way", e.getCause());
        }
    }

    private Answer follow(Wish wish) {
        try {
            var address = wish.address();
            for (var hop = 0; hop <= REDIRECTS; hop++) {
                var reply = OutboundExchange.get(address, checkedHost(address), wish.accept(), wish.limit());
                if (!isRedirect(reply)) {
                    return answer(wish, reply);
                }
                address = next(address, reply);
            }
            return new Answer.Refused(Rule.TOO_MANY_REDIRECTS);
        } catch (NotAllowed e) {
            return new Answer.Refused(e.rule);
        } catch (OutboundExchange.TooLarge e) {
            return new Answer.Refused(Rule.TOO_LARGE);
        } catch (UnknownHostException e) {
            return new Answer.Unreachable(Trouble.UNKNOWN_HOST);
        } catch (IOException e) {
            log.debug("Fetching from {} failed", wish.address().getHost(), e);
            return new Answer.Unreachable(Trouble.NO_CONNECTION);
        }
    }

    /// The address to connect to. All addresses of the name must be allowed, not just the one that is taken.
    private InetAddress checkedHost(URI address) throws IOException {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || !address.isAbsolute()) {
            throw new NotAllowed(Rule.MALFORMED);
        }
        if (!address.getScheme().equals("https")
                && !(loopbackIsOpen && address.getScheme().equals("http"))) {
            throw new NotAllowed(Rule.NOT_HTTPS);
        }
        var all = List.of(InetAddress.getAllByName(host));
        if (loopbackIsOpen && all.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return all.getFirst();
        }
        if (!all.stream().allMatch(OutboundAddresses::isPublic)) {
            throw new NotAllowed(Rule.NOT_PUBLIC);
        }
        if (!address.getScheme().equals("https")) {
            throw new NotAllowed(Rule.NOT_HTTPS);
        }
        return all.getFirst();
    }

    private static boolean isRedirect(Reply reply) {
        return List.of(301, 302, 303, 307, 308).contains(reply.status());
    }

    private static URI next(URI from, Reply reply) throws IOException {
        try {
            var to = from.resolve(URI.create(reply.header("location").orElse("")));
            if (from.getScheme().equals("https") && "http".equals(to.getScheme())) {
                throw new NotAllowed(Rule.NOT_HTTPS);
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw new IOException("Redirected to what is no address", e);
        }
    }

    private Answer answer(Wish wish, Reply reply) {
        if (reply.status() == 200) {
            return keep(
                    wish,
                    reply,
                    new Answer.Body(reply.body(), reply.header("content-type").orElse(""), time.instant()));
        }
        return List.of(404, 410).contains(reply.status())
                ? new Answer.Missing(reply.status())
                : new Answer.Unreachable(Trouble.BAD_ANSWER);
    }

    private Answer keep(Wish wish, Reply reply, Answer.Body body) {
        var lasts = freshness(reply.header("cache-control").orElse(""));
        if (lasts.isPositive()) {
            cache.put(wish, new Kept(body, lasts));
        }
        return body;
    }

    static Duration freshness(String cacheControl) {
        var unkept = Arrays.stream(cacheControl.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(word -> word.equals("no-store") || word.equals("no-cache") || word.equals("private"));
        var age = MAX_AGE.matcher(cacheControl.toLowerCase(Locale.ROOT));
        if (unkept || !age.find()) {
            return Duration.ZERO;
        }
        var stated = Duration.ofSeconds(Long.parseLong(age.group(1)));
        return stated.compareTo(CACHED_AT_MOST) < 0 ? stated : CACHED_AT_MOST;
    }

    /// Ends the workers still under way.
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static final class NotAllowed extends IOException {
        private static final long serialVersionUID = 1L;
        private final Rule rule;

        NotAllowed(Rule rule) {
            super(rule.name());
            this.rule = rule;
        }
    }
}
