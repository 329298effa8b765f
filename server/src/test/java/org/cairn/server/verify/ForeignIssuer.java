package org.cairn.server.verify;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Signer;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;

/// An issuer on another platform: a small web server of its own with a `did:web`, a status list and a key.
final class ForeignIssuer implements AutoCloseable {
    private static final DataIntegrity INTEGRITY = new DataIntegrity(Contexts.bundled());
    private static final int INDEX = 4711;

    private final HttpServer server;
    private final Ed25519Key key = Ed25519Key.generate(new SecureRandom());
    private final Bitstring revoked = Bitstring.empty();
    private final Instant now;

    ForeignIssuer(Instant now) throws IOException {
        this.now = now;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/.well-known/did.json", "application/json", () -> didDocument().getBytes(StandardCharsets.UTF_8));
        serve("/status/1", "application/vc", () -> Json.bytes(statusList()));
        server.start();
    }

    String did() {
        return "did:web:127.0.0.1%3A" + server.getAddress().getPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// Where it lies for the world; tests fetch it without TLS.
    URI publicAddress(String path) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Signer signer() {
        return key.signer(did() + "#key-1");
    }

    interface Content {
        byte[] bytes();
    }

    void serve(String path, String type, Content content) {
        server.createContext(path, exchange -> {
            var bytes = content.bytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    void takeAway(String path) {
        server.removeContext(path);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
    }

    void revoke() {
        revoked.set(INDEX, true);
    }

    JsonObject badge(String recipient) {
        return signed(unsigned(recipient));
    }

    JsonObject unsigned(String recipient) {
        var badge = OpenBadge.of(
                        URI.create("urn:uuid:" + UUID.randomUUID()),
                        new Issuer(
                                did(),
                                "Foreign <b>University</b>",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        achievement(),
                        subject(recipient),
                        new OpenBadge.Validity(now.minus(Duration.ofDays(3)), Optional.empty(), Optional.empty()))
                .with(new OpenBadge.Attachments(
                        List.of(),
                        List.of(new StatusEntry(address("/status/1"), StatusEntry.REVOCATION, INDEX)),
                        List.of(),
                        Extension.none()));
        return badge.toJson();
    }

    private JsonObject signed(JsonObject unsigned) {
        return INTEGRITY.sign(unsigned, signer(), now.minus(Duration.ofDays(1)));
    }

    private JsonObject statusList() {
        return signed(StatusListCredential.unsigned(
                address("/status/1"),
                did(),
                StatusEntry.REVOCATION,
                revoked,
                now.minus(Duration.ofDays(1)),
                Duration.ofDays(7)));
    }

    private String didDocument() {
        return """
                {"@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
                 "id": "%1$s",
                 "verificationMethod": [{"id": "%1$s#key-1", "type": "Multikey", "controller": "%1$s",
                                         "publicKeyMultibase": "%2$s"}],
                 "assertionMethod": ["%1$s#key-1"]}""".formatted(did(), key.publicMultibase());
    }

    private static Achievement achievement() {
        return new Achievement(
                URI.create("https://foreign.example/specs/1"),
                "Reading maps",
                "Finds the way with map and compass.",
                new Achievement.Criteria(Optional.empty(), Optional.of("A walk.")),
                Achievement.MICROCREDENTIAL,
                new Achievement.Details(
                        Optional.of(URI.create("https://foreign.example/badge.png")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Subject subject(String recipient) {
        return new Subject(
                Optional.of(URI.create("did:example:learner")),
                List.of(Identity.name(recipient)),
                List.of(),
                new Subject.Activity(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
