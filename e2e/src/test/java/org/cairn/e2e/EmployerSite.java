package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    void put(String path, String text) {
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
