package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.CairnTest;
import org.cairn.server.operate.CairnSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What is no credential, over real HTTP: always a clear refusal, never a server error, never a session.
@CairnTest
class VerifyEdgesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    CairnSettings settings;

    @Autowired
    JsonMapper json;

    @Test
    void what_is_no_credential_is_refused_with_a_problem_and_without_a_session() throws Exception {
        var answer = post("application/json", "{\"hello\":1}".getBytes(StandardCharsets.UTF_8), "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(json.readTree(answer.body()).path("detail").asString()).contains("no credential");
    }

    @Test
    void a_refusal_speaks_the_callers_language() throws Exception {
        var body = "{\"hello\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(json.readTree(post("application/json", body, "es-MX").body())
                        .path("detail")
                        .asString())
                .contains("credencial");
        assertThat(json.readTree(post("application/json", body, "ar").body())
                        .path("detail")
                        .asString())
                .contains("شهادة");
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * 1024 * 1024 + 1, 5 * 1024 * 1024})
    void too_much_is_refused_whether_its_length_is_stated_or_not(int size) throws Exception {
        var stated = request("application/json", "en").POST(BodyPublishers.ofByteArray(new byte[size]));
        var unstated = request("application/json", "en")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[size])));

        assertThat(send(stated).statusCode()).isEqualTo(413);
        assertThat(send(unstated).statusCode()).isEqualTo(413);
    }

    @Test
    void other_media_types_methods_and_packed_bodies_are_refused() throws Exception {
        assertThat(post("application/xml", new byte[10], "en").statusCode()).isEqualTo(415);
        assertThat(send(request("application/json", "en").PUT(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(request("application/json", "en")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(new byte[20])))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void any_site_may_ask_from_its_visitors_browser_but_without_credentials() throws Exception {
        var preflight = send(request("application/json", "en")
                .header("Origin", "https://employer.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        var answer = send(request("application/json", "en")
                .header("Origin", "https://employer.example")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isPresent();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void hostile_bodies_never_break_it(String type, byte[] body) throws Exception {
        var answer = post(type, body, "en");

        assertThat(answer.statusCode()).isIn(200, 400, 413);
        assertThat(answer.body()).doesNotContain("Exception", "at org.", "at java.");
    }

    static Stream<Arguments> hostile_bodies_never_break_it() {
        var random = new Random(20261124);
        var noise = IntStream.range(0, 20).mapToObj(i -> {
            var bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            return bytes;
        });
        var texts = Stream.of(
                        "",
                        " ",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "{\"credentialSubject\":" + "[".repeat(100_000),
                        "{\"a\":1e999999999}",
                        "{\"a\":" + "9".repeat(100_000) + "}",
                        "{\"credentialSubject\":null,\"issuer\":[],\"proof\":7,\"@context\":{}}",
                        "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:\"}",
                        "{\"verifiableCredential\":[null,1,\"x\",[],{}]}",
                        "%PDF-1.7\n/EmbeddedFile /FlateDecode stream\nxxxx",
                        "<svg xmlns='http://www.w3.org/2000/svg'>",
                        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
                        "a.b.c",
                        "eyJ.eyJ.eyJ",
                        "\uFEFF{}",
                        "\u0000")
                .flatMap(text ->
                        Stream.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16)));
        return Stream.concat(noise, texts)
                .flatMap(body -> Stream.of("application/json", "text/plain", "image/png", "image/svg+xml")
                        .map(type -> Arguments.of(type, body)));
    }

    @Test
    void the_page_needs_no_session_and_no_script() throws Exception {
        var page =
                CLIENT.send(HttpRequest.newBuilder(settings.address("/verify")).build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("type=\"file\"", "<textarea", "enctype=\"multipart/form-data\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a credential",
                "https://10.0.0.1/badge.json",
                "https://no-such-host.invalid/badge.json",
                "http:",
                "https://exa mple/",
                "{\"hello\":1}"
            })
    void a_form_that_cannot_be_checked_comes_back_with_what_was_typed(String text) throws Exception {
        var answer = form(text);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"f-text-error\"").contains("<h1>Check a credential</h1>");
        assertThat(answer.body()).contains(text.replace("\"", "&quot;").replace("<", "&lt;"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_ended_share_link_says_so() throws Exception {
        var page = CLIENT.send(
                HttpRequest.newBuilder(settings.address("/verify?share=no-such-token"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Nothing is shown under this link any more");
        assertThat(form(settings.address("/s/no-such-token").toString()).body())
                .contains("Nothing is shown under this link any more");
    }

    private HttpResponse<String> form(String text) throws IOException, InterruptedException {
        var body = "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return send(request("application/x-www-form-urlencoded", "en").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String type, byte[] body, String language)
            throws IOException, InterruptedException {
        return send(request(type, language).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String type, String language) {
        URI address = settings.address("/verify");
        return HttpRequest.newBuilder(address).header("Content-Type", type).header("Accept-Language", language);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
