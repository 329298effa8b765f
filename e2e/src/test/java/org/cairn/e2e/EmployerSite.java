package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The web site of an employer, on which only he can put a file.
final class EmployerSite implements AutoCloseable {
    private final HttpServer server;

    EmployerSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    String domain() {
        return "localhost:" + server.getAddress().getPort();
    }

    /// Somebody founds an employer of that name and proves that this site is its own.
    ///
    /// @return where the employer works, as `/o/…`
    String joinedBy(Visitor founder, String address, String name) {
        founder.signIn(address)
                .open("/employers/join")
                .fill("legalName", name)
                .choose("country", "IE")
                .fill("domain", domain())
                .fill("email", address);
        founder.press("main form[action$=\"/join\"] button");
        var home = founder.path().replaceFirst("/domain$", "");
        put("/.well-known/cairn-domain.txt", founder.page().locator("#token").inputValue() + "\n");
        founder.press("main form[action$=\"/domain/prove\"] button");
        assertThat(founder.has(".note--ok")).as(founder.text()).isTrue();
        return home;
    }

    private void put(String path, String text) {
        server.createContext(path, exchange -> {
            var body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
