package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;

/// Over real connections: http and https on this machine.
@OpenVcApi
class WireTest {
    @Autowired
    Environment environment;

    @Autowired
    VcApiSettings settings;

    @Autowired
    OpenDoor door;

    private JsonObject call(String origin, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.object(send(request));
    }

    private JsonObject read(String address) throws IOException, InterruptedException {
        return Json.object(send(HttpRequest.newBuilder(URI.create(address)).build()));
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(trustingAnybody()).build()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("json");
            return response.body();
        }
    }

    private void issuesListsAndVerifies(String origin) throws IOException, InterruptedException {
        var did = read(origin + "/vc-api/issuers").getString("status");
        var credential = call(origin, "/vc-api/status/credentials/issue", """
                {"credential": {"@context": ["https://www.w3.org/ns/credentials/v2"], "issuer": "%s",
                 "type": ["VerifiableCredential"], "credentialSubject": {"id": "did:example:pat"}}}""".formatted(did));
        var list = credential.getJsonObject("credentialStatus").getString("statusListCredential");

        assertThat(list).startsWith(origin + "/vc-api/status/");
        assertThat(read(list).getString("id")).isEqualTo(list);
        var verified = call(
                origin,
                "/vc-api/credentials/verify",
                Calls.body("verifiableCredential", credential).toString());
        assertThat(verified.getBoolean("verified")).isTrue();
    }

    @Test
    void serves_over_http() throws Exception {
        issuesListsAndVerifies("http://localhost:" + environment.getProperty("server.port"));
    }

    @Test
    void serves_over_https_with_a_certificate_of_its_own() throws Exception {
        issuesListsAndVerifies("https://localhost:" + settings.httpsPort());
    }

    @Test
    void the_certificate_is_for_this_machine_and_holds_for_a_while() throws GeneralSecurityException {
        var now = Instant.parse("2026-01-02T03:04:05Z");

        KeyStore store = SelfSigned.store(now, new SecureRandom());

        var certificate = (X509Certificate) store.getCertificate(SelfSigned.ALIAS);
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
        assertThat(certificate.getNotBefore().toInstant()).isBefore(now);
        assertThat(certificate.getNotAfter().toInstant()).isAfter(now);
    }

    @Test
    void is_open_over_loopback_only_whatever_headers_say() {
        var outside = new MockHttpServletRequest("POST", "/vc-api/credentials/verify");
        outside.setLocalAddr("192.0.2.7");
        outside.setRemoteAddr("127.0.0.1");
        outside.addHeader("X-Forwarded-For", "127.0.0.1");
        var here = new MockHttpServletRequest("POST", "/vc-api/credentials/verify");
        here.setLocalAddr("127.0.0.1");
        var here6 = new MockHttpServletRequest("POST", "/vc-api/credentials/verify");
        here6.setLocalAddr("0:0:0:0:0:0:0:1");
        var elsewhere = new MockHttpServletRequest("GET", "/api/specs");
        elsewhere.setLocalAddr("127.0.0.1");

        assertThat(door.isOpen(outside)).isFalse();
        assertThat(door.isOpen(here)).isTrue();
        assertThat(door.isOpen(here6)).isTrue();
        assertThat(door.isOpen(elsewhere)).isFalse();
    }

    /// A client that, like the suites', does not ask who vouches for a certificate.
    private static SSLContext trustingAnybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
