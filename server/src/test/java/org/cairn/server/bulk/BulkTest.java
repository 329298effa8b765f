package org.cairn.server.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.hiring.HiringFixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.verify.AskedOnce;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Many files at once: what is found, what is refused, what happens to a run that is interrupted, who is told.
@CairnTest
@Import({HiringFixtures.class, BulkFixtures.class})
class BulkTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    HiringFixtures hiring;

    @Autowired
    BulkFixtures bulk;

    @Autowired
    BulkRuns runs;

    @Autowired
    BulkRepository rows;

    @Autowired
    Credentials credentials;

    @Autowired
    CairnSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Acting employer;
    private Person recruiter;
    private String key;
    private String good;
    private String revoked;

    @BeforeEach
    void anEmployerWithFiles() {
        employer = hiring.anEmployer();
        recruiter = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        key = fixtures.bearer(employer.organisation(), Role.EMPLOYER);
        var issuer = hiring.anIssuer();
        var skills = hiring.skills(1);
        good = hiring.aCredential(issuer, Optional.empty(), "Mooring", skills).json();
        var taken = hiring.aCredential(issuer, Optional.empty(), "Sailing", skills);
        credentials.revoke(issuer, taken.id(), "awarded by mistake");
        revoked = taken.json();
    }

    @Test
    void files_of_a_page_are_checked_in_the_background_with_one_report() throws Exception {
        var role = hiring.aRole(employer, "Harbour hand", hiring.skills(1));
        var call = multipart(base());
        List.of(good, revoked, "no credential", good)
                .forEach(text ->
                        call.file(new MockMultipartFile("file", "cv.json", "application/json", text.getBytes(UTF_8))));
        var here = String.valueOf(http.perform(call.param("name", "Applicants")
                        .param("role", role.toString())
                        .with(fixtures.as(recruiter))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        finished(here);

        var page = Jsoup.parse(text(here));
        assertThat(page.select("[data-state]").eachAttr("data-state"))
                .containsExactly("CHECKED", "CHECKED", "REFUSED", "CHECKED");
        assertThat(page.select("tr[data-result]").eachAttr("data-result"))
                .containsExactly("SHOWN", "UNPROVEN", "SHOWN");
        assertThat(page.text()).contains("The same credential as in file 1", "Nadia Haddad", "Harbour hand");
        assertThat(text(here + "/report.csv"))
                .contains("Mooring,VERIFIED", "Sailing,REVOKED", "REFUSED,UNSUPPORTED_FORMAT", "2026-02-14");
        assertThat(json.readTree(text(here + "/report.json")).path("entries")).hasSize(4);
        assertThat(contents()).as("documents are gone once they were checked").isZero();

        assertThat(http.perform(post(here + "/delete")
                                .with(fixtures.as(recruiter))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("name=\"sure\"");
        http.perform(post(here + "/delete")
                .param("sure", "true")
                .with(fixtures.as(recruiter))
                .with(csrf()));
        http.perform(get(here).with(fixtures.as(recruiter)).accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_run_that_was_interrupted_goes_on_where_it_was_and_counts_nothing_twice() {
        var run = bulk.stored(employer, Collections.nCopies(5, good));
        runs.step(run.id(), AskedOnce.fresh());
        runs.step(run.id(), AskedOnce.fresh());
        var before = runs.one(employer, run.id());

        var asked = AskedOnce.fresh();
        while (runs.step(run.id(), asked)) {
            // as the job does after a restart
        }

        assertThat(before.done()).isEqualTo(2);
        var after = runs.one(employer, run.id());
        assertThat(after.done()).isEqualTo(5);
        assertThat(after.isDone()).isTrue();
        assertThat(runs.items(run)).allMatch(item -> item.state() instanceof BulkItem.State.Checked);
        assertThat(runs.step(run.id(), asked)).as("a step too many").isFalse();
        assertThat(runs.one(employer, run.id()).done()).isEqualTo(5);
    }

    @Test
    void two_nodes_on_one_run_store_each_item_once() throws Exception {
        var run = bulk.stored(employer, Collections.nCopies(8, good));

        Callable<Boolean> node = () -> {
            while (runs.step(run.id(), AskedOnce.fresh())) {
                // each takes whatever is due
            }
            return true;
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : nodes.invokeAll(List.of(node, node))) {
                assertThat(ended.get()).isTrue();
            }
        }

        assertThat(runs.one(employer, run.id()).done()).isEqualTo(8);
        assertThat(runs.one(employer, run.id()).isDone()).isTrue();
    }

    @Test
    void a_program_sends_documents_asks_for_the_report_and_deletes_it() throws Exception {
        var begun = sent(Map.of(
                "documents",
                List.of(
                        Map.of("name", "a.json", "document", json.readTree(good)),
                        Map.of("name", "b.txt", "document", good.replace("Nadia", "Other")),
                        Map.of("name", "c.png", "base64", "AAEC"))));
        assertThat(begun.path("total").asInt()).isEqualTo(3);
        assertThat(begun.path("secret").isMissingNode() || begun.path("secret").isNull())
                .isTrue();
        var here = "/api/verifications/" + begun.path("id").asString();

        var shown = finishedForPrograms(here);

        var items = shown.path("items");
        assertThat(items.path(0)
                        .path("entry")
                        .path("credentials")
                        .path(0)
                        .path("standing")
                        .asString())
                .isEqualTo("VERIFIED");
        assertThat(items.path(1)
                        .path("entry")
                        .path("credentials")
                        .path(0)
                        .path("standing")
                        .asString())
                .isEqualTo("INVALID");
        assertThat(items.path(2).path("entry").path("state").asString()).isEqualTo("REFUSED");
        assertThat(items.path(2).path("message").asString()).isNotBlank();
        var other = fixtures.bearer(fixtures.anInstitution(), Role.ISSUER);
        http.perform(get(here).header(HttpHeaders.AUTHORIZATION, other)).andExpect(status().isNotFound());
        http.perform(delete(here).header(HttpHeaders.AUTHORIZATION, key)).andExpect(status().isNoContent());
        http.perform(get(here).header(HttpHeaders.AUTHORIZATION, key)).andExpect(status().isNotFound());
    }

    @Test
    void a_thousand_and_one_are_refused_and_nothing_is_kept_of_them() throws Exception {
        var many = IntStream.rangeClosed(1, 1_001)
                .mapToObj(n -> Map.of("name", n + ".json", "document", "x"))
                .toList();

        var answer = http.perform(post("/api/verifications")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("documents", many))))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("more than 1,000 files");
        assertThat(count("bulk_run")).isZero();
        assertThat(count("bulk_item")).isZero();
    }

    @Test
    void a_form_of_a_thousand_files_comes_through_the_server_and_one_more_is_told() throws Exception {
        assertThat(upload(60).statusCode()).isEqualTo(201);
        var refused = upload(1_001);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("more than 1,000 files");
    }

    private HttpResponse<String> upload(int files) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var n = 0; n < files; n++) {
            body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + n
                            + ".json\"\r\nContent-Type: application/json\r\n\r\n{}\r\n")
                    .getBytes(UTF_8));
        }
        body.writeBytes("--cut--\r\n".getBytes(UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(settings.address("/api/verifications"))
                            .header("Authorization", key)
                            .header("Accept-Language", "en")
                            .header("Content-Type", "multipart/form-data; boundary=cut")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private record Told(String delivery, String signature, String body) {}

    @Test
    void whoever_asked_is_told_once_more_when_the_first_time_failed_and_can_tell_that_it_was_us() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Told>());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/told", exchange -> {
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    headers.getFirst("Cairn-Delivery"),
                    headers.getFirst("Cairn-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(told.size() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
        try {
            var begun = sent(Map.of(
                    "documents",
                    List.of(Map.of("name", "Nadia Haddad.json", "document", good)),
                    "webhook",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/told"));
            var here = "/api/verifications/" + begun.path("id").asString();
            until(() -> told.size() >= 2);

            assertThat(told)
                    .extracting(Told::delivery)
                    .doesNotContainNull()
                    .containsOnly(told.getFirst().delivery());
            assertThat(told)
                    .allSatisfy(each -> assertThat(signedBy(begun.path("secret").asString(), each))
                            .isTrue());
            assertThat(told).noneMatch(each -> signedBy("whsec_another", each));
            assertThat(told.getLast().body()).contains(here).doesNotContain("Nadia", "Mooring");
            until(() -> !finishedForPrograms(here)
                    .path("webhook")
                    .path("deliveredAt")
                    .isNull());
            assertThat(finishedForPrograms(here).path("secret").isMissingNode()).isTrue();
        } finally {
            server.stop(0);
        }
    }

    private static boolean signedBy(String secret, Told told) {
        var signature = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})").matcher(told.signature());
        assertThat(signature.matches()).isTrue();
        return Webhooks.hmac(secret, signature.group(1) + "." + told.body()).equals(signature.group(2));
    }

    @Test
    void an_address_that_is_not_to_be_called_is_refused() throws Exception {
        for (var address : List.of("ftp://example.org/", "https://user:pw@example.org/", "no address", "file:///etc")) {
            http.perform(post("/api/verifications")
                            .header(HttpHeaders.AUTHORIZATION, key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsString(Map.of(
                                    "documents", List.of(Map.of("name", "a", "document", "x")), "webhook", address))))
                    .andExpect(status().isBadRequest());
        }
        assertThat(count("bulk_run")).isZero();
    }

    @Test
    void the_waits_between_tries_grow_and_have_an_end() {
        assertThat(List.of(Webhooks.wait(1), Webhooks.wait(2), Webhooks.wait(3)))
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(Webhooks.wait(Webhooks.MOST_ATTEMPTS)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void a_run_goes_when_its_time_is_over() {
        var run = bulk.stored(employer, List.of(good));
        jdbc.sql("update bulk_run set delete_at = now() - interval '1 minute' where id = :id")
                .param("id", run.id().value())
                .update();

        runs.deleteDue();

        assertThat(count("bulk_run")).isZero();
        assertThat(count("bulk_item")).isZero();
    }

    private String base() {
        return "/o/" + employer.organisation().slug() + "/verifications";
    }

    private JsonNode sent(Map<String, Object> body) throws Exception {
        return json.readTree(http.perform(post("/api/verifications")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private JsonNode finishedForPrograms(String here) throws Exception {
        until(() -> shown(here).path("status").asString().equals("DONE"));
        return shown(here);
    }

    private JsonNode shown(String here) throws Exception {
        return json.readTree(http.perform(get(here).header(HttpHeaders.AUTHORIZATION, key))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private void finished(String here) throws Exception {
        until(() -> text(here + "/progress").contains("Done"));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        for (var tries = 0; tries < 300 && !condition.holds(); tries++) {
            Thread.sleep(100);
        }
        assertThat(condition.holds()).isTrue();
    }

    private String text(String path) throws Exception {
        return http.perform(get(path).with(fixtures.as(recruiter)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private long contents() {
        return jdbc.sql("select count(*) from bulk_item where organisation_id = :o and content is not null")
                .param("o", employer.organisationId().value())
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = :o")
                .param("o", employer.organisationId().value())
                .query(Long.class)
                .single();
    }
}
