package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.server.CairnTest;
import org.cairn.server.operate.CairnSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Credentials of an issuer elsewhere, whose site is asked over the network.
@CairnTest
class ForeignCredentialTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    CairnSettings settings;

    @Autowired
    JsonMapper json;

    @Autowired
    InstantSource time;

    private ForeignIssuer issuer;
    private String badge;

    @BeforeEach
    void issue() throws IOException {
        issuer = new ForeignIssuer(time.instant());
        badge = Json.text(issuer.badge("Amina Example"));
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void a_good_one_is_valid_and_its_issuer_a_stranger() throws Exception {
        var report = verified("application/vc+ld+json", bytes(badge));

        assertThat(report.path("verdict").asString()).isEqualTo("VALID");
        assertThat(outcome(report, "INTEGRITY")).isEqualTo("PASS PROOF_VALID");
        assertThat(outcome(report, "ISSUER")).isEqualTo("PASS ISSUER_CONFIRMED");
        assertThat(outcome(report, "STATUS")).isEqualTo("PASS STATUS_GOOD");
        assertThat(outcome(report, "ENDORSEMENTS")).isEqualTo("NOT_PRESENT ENDORSEMENTS_NONE");
        assertThat(report.path("credential").path("issuer").path("id").asString())
                .isEqualTo(issuer.did());
        assertThat(report.path("knownAs").isNull()).isTrue();
        assertThat(report.path("checkedAt").asString()).isNotBlank();
    }

    @Test
    void a_changed_one_is_not_valid() throws Exception {
        var report = verified("application/json", bytes(badge.replace("Amina", "Bertha")));

        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(report, "INTEGRITY")).isEqualTo("FAIL PROOF_INVALID");
    }

    @Test
    void a_revoked_one_is_not_valid() throws Exception {
        issuer.revoke();

        var report = verified("application/json", bytes(badge));

        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(report, "STATUS")).isEqualTo("FAIL STATUS_REVOKED");
    }

    @Test
    void without_the_issuers_site_nobody_can_tell() throws Exception {
        issuer.takeAway("/.well-known/did.json");

        var report = verified("application/json", bytes(badge));

        assertThat(report.path("verdict").asString()).isEqualTo("CANNOT_TELL");
        assertThat(outcome(report, "ISSUER")).isEqualTo("UNKNOWN ISSUER_UNREACHABLE");
    }

    @Test
    void without_the_status_list_nobody_can_tell() throws Exception {
        issuer.takeAway("/status/1");

        var report = verified("application/json", bytes(badge));

        assertThat(report.path("verdict").asString()).isEqualTo("CANNOT_TELL");
        assertThat(outcome(report, "STATUS")).startsWith("UNKNOWN STATUS_LIST_");
        assertThat(outcome(report, "INTEGRITY")).isEqualTo("PASS PROOF_VALID");
    }

    @Test
    void pictures_carry_it() throws Exception {
        var svg = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>");

        assertThat(verified("image/png", Baking.bakePng(png(), badge))
                        .path("verdict")
                        .asString())
                .isEqualTo("VALID");
        assertThat(verified("image/svg+xml", Baking.bakeSvg(svg, badge))
                        .path("verdict")
                        .asString())
                .isEqualTo("VALID");
    }

    @Test
    void a_picture_without_one_is_refused() throws Exception {
        assertThat(post("image/png", png()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_presentation_of_two_shows_two_results_on_the_page_and_is_refused_to_programs() throws Exception {
        var other = Json.text(issuer.badge("Bertha Example"));
        var both = "{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":[" + badge + "," + other + "]}";

        assertThat(page(both).select("article .verdict--valid")).hasSize(2);
        assertThat(post("application/json", bytes(both)).statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_fetches_it_from_its_address() throws Exception {
        issuer.serve("/badge", "application/vc+ld+json", () -> bytes(badge));

        assertThat(page(issuer.address("/badge").toString()).select(".verdict--valid"))
                .hasSize(1);
        assertThat(page(issuer.address("/nothing-here").toString()).select("#f-text-error"))
                .hasSize(1);
    }

    @Test
    void the_page_takes_a_file() throws Exception {
        assertThat(uploaded(Baking.bakePng(png(), badge)).body()).contains("verdict--valid", "Reading maps");
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words() throws Exception {
        var large = uploaded(new byte[Intake.MAX_BYTES + 1]);
        var huge = uploaded(new byte[11 * 1024 * 1024]);

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("id=\"f-file-error\"");
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).doesNotContain("Exception");
    }

    @Test
    void the_page_tells_claims_from_certainty_and_loads_nothing_from_the_credential() throws Exception {
        var page = page(badge);

        assertThat(page.select(".check-line")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(page.select("main bdi").eachText())
                .contains("Reading maps", "Amina Example", "Foreign <b>University</b>", issuer.did());
        assertThat(page.select("main").text()).contains("not registered on this platform", "127.0.0.1:");
        assertThat(page.select("main img")).isEmpty();
    }

    /// A credential with some of its characters changed: any verdict but VALID, or a refusal, and never an error.
    @RepeatedTest(60)
    void a_mutilated_one_never_passes_and_never_breaks_it(RepetitionInfo round) throws Exception {
        var random = new Random(round.getCurrentRepetition());
        var text = new StringBuilder(badge);
        Stream.generate(() -> random.nextInt(badge.length()))
                .limit(1 + random.nextInt(5))
                .forEach(at -> text.setCharAt(at, (char) (32 + (badge.charAt(at) + 1 + random.nextInt(60)) % 95)));

        var answer = post("application/json", bytes(text.toString()));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("\"verdict\":\"VALID\"");
    }

    /// Its words are those of badges, in a sense of its own.
    @Test
    void what_names_no_context_of_badges_is_not_shown_as_one() throws Exception {
        var own = Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                   {"OpenBadgeCredential": "urn:own:Spell", "achievement": "urn:own:feat", "genre": "urn:own:genre",
                    "result": "urn:own:result", "value": "urn:own:value"}],
                 "id": "urn:uuid:5b0c1f0e-0000-4000-8000-000000000001", "issuer": "%s",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"], "validFrom": "2020-01-01T00:00:00Z",
                 "evidence": {"id": "urn:e", "name": "Apprentice", "genre": "component credential"},
                 "credentialSubject": {"achievement": {"name": "Master of magic"}, "result": {"value": "Excellent"}}}
                """.formatted(issuer.did()));
        var signed = Json.text(new DataIntegrity(Contexts.bundled())
                .sign(own, issuer.signer(), time.instant().minus(Duration.ofDays(1))));

        var report = verified("application/vc+ld+json", bytes(signed));

        assertThat(outcome(report, "INTEGRITY")).isEqualTo("PASS PROOF_VALID");
        assertThat(outcome(report, "SCHEMA")).isEqualTo("FAIL SCHEMA_VIOLATED");
        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(report.toString()).doesNotContain("Master of magic");
        assertThat(page(signed).text()).doesNotContain("Master of magic", "Excellent", "Apprentice");
    }

    private JsonNode verified(String type, byte[] body) throws IOException, InterruptedException {
        var answer = post(type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        return json.readTree(answer.body());
    }

    private static String outcome(JsonNode report, String check) {
        return report.path("findings")
                .valueStream()
                .filter(f -> f.path("check").asString().equals(check))
                .map(f -> f.path("outcome").asString() + " " + f.path("code").asString())
                .findFirst()
                .orElseThrow();
    }

    private Document page(String text) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(settings.address("/verify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        return Jsoup.parse(CLIENT.send(request.build(), BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> uploaded(byte[] file) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("""
                --x\r
                Content-Disposition: form-data; name="text"\r
                \r
                \r
                --x\r
                Content-Disposition: form-data; name="file"; filename="b.png"\r
                Content-Type: image/png\r
                \r
                """));
        out.writeBytes(file);
        out.writeBytes(bytes("\r\n--x--\r\n"));
        var request = HttpRequest.newBuilder(settings.address("/verify"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(out.toByteArray()));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(settings.address("/verify"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
