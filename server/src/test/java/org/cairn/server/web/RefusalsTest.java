package org.cairn.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// What does not fit is refused over real HTTP: a page with a way on for people, problem details for programs.
@CairnTest
class RefusalsTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    Fixtures fixtures;

    @Value("${server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/catalogue?page=x", "/images/x", "/webjars/", "/no-such-page", "/error"})
    void a_browser_gets_a_page_in_its_language_with_a_way_on(String path) throws Exception {
        var answer = send(page(path).header("Accept-Language", "es").GET());

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("lang=\"es\"", "href=\"/verify\"", "href=\"/catalogue\"");
    }

    @Test
    void what_the_web_server_itself_refuses_has_a_way_on_in_every_language() throws Exception {
        var answer = raw("GET /catalogue/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("href=\"/\"", "lang=\"es\"", "dir=\"rtl\"");
        assertThat(answer).doesNotContain("Tomcat");
    }

    @Test
    void the_same_search_is_offered_in_another_language() throws Exception {
        var answer = send(page("/catalogue?q=first+aid&lang=en").GET());

        assertThat(answer.body()).contains("/catalogue?q=first+aid&amp;lang=ar");
    }

    @Test
    void a_program_gets_problem_details_in_its_language() throws Exception {
        var key = fixtures.bearer(fixtures.anInstitution(), Role.ISSUER);
        var missing = send(program("/api/credentials/" + UUID.randomUUID())
                .header("Authorization", key)
                .header("Accept-Language", "es"));
        var keyless = send(program("/api/specs").header("Accept-Language", "ar"));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(missing.body()).contains("En esta dirección no hay nada");
        assertThat(keyless.statusCode()).isEqualTo(401);
        assertThat(keyless.body()).contains("أرسل مفتاح");
    }

    @Test
    void a_link_cut_short_leads_to_the_sign_in_page() throws Exception {
        var answer = send(page("/login/ott"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/login?expired");
    }

    @Test
    void a_body_too_large_is_refused_whether_it_states_its_length_or_not() throws Exception {
        var key = fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER);
        var body = ("{\"title\":{\"en\":\"" + "x".repeat(1_100_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
        var json = page("/api/specs").header("Authorization", key).header("Content-Type", "application/json");

        var stated = send(json.copy().POST(BodyPublishers.ofByteArray(body)));
        var streamed =
                send(json.copy().POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

        assertThat(stated.statusCode()).isEqualTo(413);
        assertThat(stated.body()).contains("too large");
        assertThat(streamed.statusCode()).isEqualTo(413);
    }

    @Test
    void an_upload_beyond_the_limit_gets_the_house_s_page() throws Exception {
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n"
                + "x".repeat(13_000_000) + "\r\n--x--\r\n";

        var answer = send(page("/verify")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(part)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That file is too large", "href=\"/verify\"");
    }

    @Test
    void what_the_database_cannot_hold_is_left_out_of_a_search_and_refused_in_a_form() throws Exception {
        assertThat(send(page("/catalogue?q=%00")).statusCode()).isEqualTo(200);
        assertThat(send(page("/verify")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("link=%00")))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u202E", "\\uD800"})
    void a_text_in_json_that_cannot_be_shown_is_refused(String escape) throws Exception {
        var key = fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER);

        var answer = send(page("/api/specs")
                .header("Authorization", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":{\"en\":\"a" + escape + "b\"}}")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_redirect_does_not_repeat_the_host_that_a_visitor_made_up() throws Exception {
        assertThat(raw("GET /home HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains("Location: /login")
                .doesNotContain("evil.example");
    }

    private HttpRequest.Builder page(String path) {
        return at(path).header("Accept", "text/html");
    }

    private HttpRequest.Builder program(String path) {
        return at(path).header("Accept", "application/json");
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
