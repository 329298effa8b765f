package org.cairn.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.cairn.server.operate.Outbound.Answer;
import org.cairn.server.operate.Outbound.Rule;
import org.cairn.server.operate.Outbound.Trouble;
import org.cairn.server.operate.Outbound.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private static final int LIMIT = 10_000;

    private final Outbound outbound = new Outbound(true, InstantSource.system(), Duration.ofSeconds(10));
    private final Outbound impatient = new Outbound(true, InstantSource.system(), Duration.ofMillis(500));
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        outbound.close();
        impatient.close();
    }

    @Test
    void takes_what_the_host_gives() {
        serve("/doc", 200, "hello");

        var answer = outbound.get(wish("/doc"));

        assertThat(answer).isInstanceOfSatisfying(Answer.Body.class, body -> {
            assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            assertThat(body.type()).isEqualTo("text/plain");
        });
    }

    @Test
    void takes_a_body_that_comes_in_chunks() {
        server.createContext("/chunks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var part = 0; part < 3; part++) {
                exchange.getResponseBody().write("part ".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });

        assertThat(outbound.get(wish("/chunks")))
                .isInstanceOfSatisfying(
                        Answer.Body.class,
                        body -> assertThat(body.bytes())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo("part part part "));
    }

    @Test
    void sends_the_accept_header_and_nothing_that_tells_who_asks() {
        var seen = new AtomicReference<Headers>();
        server.createContext("/seen", exchange -> {
            seen.set(exchange.getRequestHeaders());
            answer(exchange, 200, "");
        });

        outbound.get(new Wish(address("/seen"), "application/vc, text/plain;q=0.5", LIMIT));

        assertThat(seen.get().getFirst("Accept")).isEqualTo("application/vc, text/plain;q=0.5");
        assertThat(seen.get()).doesNotContainKeys("Cookie", "Referer", "Authorization", "X-forwarded-for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://172.16.0.9/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[ff02::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://167772161/"
            })
    void does_not_speak_to_private_addresses(String address) {
        assertThat(outbound.get(new Wish(URI.create(address), "*/*", LIMIT)))
                .isIn(
                        new Answer.Refused(Rule.NOT_PUBLIC),
                        new Answer.Refused(Rule.MALFORMED),
                        new Answer.Unreachable(Trouble.UNKNOWN_HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://[::]/"})
    void loopback_is_closed_unless_opened(String address) {
        try (var closed = new Outbound(false, InstantSource.system(), Duration.ofSeconds(10))) {
            assertThat(closed.get(new Wish(URI.create(address), "*/*", LIMIT)))
                    .isEqualTo(new Answer.Refused(Rule.NOT_PUBLIC));
        }
    }

    @Test
    void speaks_only_https_to_the_world() {
        assertThat(outbound.get(new Wish(URI.create("http://93.184.215.14/"), "*/*", LIMIT)))
                .isEqualTo(new Answer.Refused(Rule.NOT_HTTPS));
        assertThat(outbound.get(new Wish(URI.create("file:///etc/passwd"), "*/*", LIMIT)))
                .isInstanceOf(Answer.Refused.class);
        assertThat(outbound.get(new Wish(URI.create("https://user:secret@example.org/"), "*/*", LIMIT)))
                .isEqualTo(new Answer.Refused(Rule.MALFORMED));
    }

    @Test
    void follows_a_redirect() {
        redirect("/old", "/new");
        serve("/new", 200, "moved here");

        assertThat(outbound.get(wish("/old"))).isInstanceOf(Answer.Body.class);
    }

    @Test
    void does_not_follow_a_redirect_to_a_private_address() {
        redirect("/trap", "https://10.0.0.1/secret");

        assertThat(outbound.get(wish("/trap"))).isEqualTo(new Answer.Refused(Rule.NOT_PUBLIC));
    }

    @Test
    void gives_up_on_a_redirect_loop() {
        redirect("/loop", "/loop");

        assertThat(outbound.get(wish("/loop"))).isEqualTo(new Answer.Refused(Rule.TOO_MANY_REDIRECTS));
    }

    @Test
    void refuses_a_body_that_states_to_be_too_large() {
        serve("/large", 200, "x".repeat(LIMIT + 1));

        assertThat(outbound.get(wish("/large"))).isEqualTo(new Answer.Refused(Rule.TOO_LARGE));
    }

    @Test
    void refuses_an_endless_body() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[1000]);
            }
        });

        assertThat(outbound.get(wish("/endless"))).isEqualTo(new Answer.Refused(Rule.TOO_LARGE));
    }

    @Test
    void does_not_unpack_beyond_the_limit() {
        server.createContext("/bomb", packed(5_000_000));

        assertThat(outbound.get(wish("/bomb"))).isEqualTo(new Answer.Refused(Rule.TOO_LARGE));
    }

    @Test
    void unpacks_what_a_host_packed_unasked() {
        server.createContext("/packed", packed(5_000));

        assertThat(outbound.get(wish("/packed")))
                .isInstanceOfSatisfying(
                        Answer.Body.class, body -> assertThat(body.bytes()).hasSize(5_000));
    }

    @Test
    void does_not_wait_for_a_host_that_drips() {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            await();
        });

        assertThat(impatient.get(wish("/drip"))).isEqualTo(new Answer.Unreachable(Trouble.TOO_SLOW));
    }

    @Test
    void tells_what_is_gone_from_what_is_broken() {
        serve("/gone", 410, "");
        serve("/none", 404, "");
        serve("/broken", 500, "");

        assertThat(outbound.get(wish("/gone"))).isEqualTo(new Answer.Missing(410));
        assertThat(outbound.get(wish("/none"))).isEqualTo(new Answer.Missing(404));
        assertThat(outbound.get(wish("/broken"))).isEqualTo(new Answer.Unreachable(Trouble.BAD_ANSWER));
    }

    @Test
    void a_closed_port_is_unreachable() {
        var address = address("/");
        server.stop(0);

        assertThat(outbound.get(new Wish(address, "*/*", LIMIT)))
                .isEqualTo(new Answer.Unreachable(Trouble.NO_CONNECTION));
    }

    @Test
    void keeps_an_answer_as_long_as_its_host_allows_and_no_error() {
        var asked = new AtomicInteger();
        server.createContext("/kept", counting(asked, 200, "public, max-age=60"));
        server.createContext("/unkept", counting(asked, 200, "no-store, max-age=60"));
        server.createContext("/error", counting(asked, 500, "max-age=60"));

        outbound.get(wish("/kept"));
        outbound.get(wish("/kept"));
        assertThat(asked).hasValue(1);
        outbound.get(wish("/unkept"));
        outbound.get(wish("/unkept"));
        assertThat(asked).hasValue(3);
        outbound.get(wish("/error"));
        outbound.get(wish("/error"));
        assertThat(asked).hasValue(5);
    }

    @Test
    void keeps_nothing_longer_than_five_minutes() {
        assertThat(Outbound.freshness("max-age=86400")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Outbound.freshness("public, max-age=30")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Outbound.freshness("s-maxage=30")).isEqualTo(Duration.ZERO);
        assertThat(Outbound.freshness("private, max-age=30")).isEqualTo(Duration.ZERO);
        assertThat(Outbound.freshness("")).isEqualTo(Duration.ZERO);
    }

    private Wish wish(String path) {
        return new Wish(address(path), "*/*", LIMIT);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void serve(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, "");
        });
    }

    private static HttpHandler counting(AtomicInteger asked, int status, String cacheControl) {
        return exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Cache-Control", cacheControl);
            answer(exchange, status, "body");
        };
    }

    private static HttpHandler packed(int size) {
        return exchange -> {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(new byte[size]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
            exchange.close();
        };
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
