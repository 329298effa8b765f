package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.OpenBadgeJwt;
import org.cairn.credential.json.Json;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.cairn.server.CairnTest;
import org.cairn.server.operate.CairnSettings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Credentials in other forms than JSON with a proof inside: signed tokens, and badges of the old kind.
@CairnTest
class OtherFormatsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    CairnSettings settings;

    @Autowired
    JsonMapper json;

    @Autowired
    InstantSource time;

    private ForeignIssuer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = new ForeignIssuer(time.instant());
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jwt"})
    void a_badge_as_signed_token(String type) throws Exception {
        var token = OpenBadgeJwt.sign(issuer.unsigned("Amina Example"), issuer.signer())
                .compact();

        assertThat(told(type, token)).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_GOOD");
        assertThat(told(type, changed(token, "Amina", "Bertha")))
                .isEqualTo("NOT_VALID JWS_INVALID ISSUER_CONFIRMED STATUS_GOOD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/vc+jwt"})
    void a_credential_as_vc_jwt_of_the_current_standard(String type) throws Exception {
        var token = JoseCredential.sign(issuer.unsigned("Amina Example"), issuer.signer());
        var envelope = Json.text(JoseCredential.envelope(token));

        assertThat(told(type, token.compact())).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_GOOD");
        assertThat(told("application/json", envelope)).startsWith("VALID PROOF_VALID");
        assertThat(told(type, changed(token.compact(), "Amina", "Bertha"))).startsWith("NOT_VALID JWS_INVALID");
        issuer.revoke();
        assertThat(told(type, token.compact())).startsWith("NOT_VALID").endsWith("STATUS_REVOKED");
    }

    /// Signed once with `@digitalbazaar/ed25519-signature-2020`.
    @Test
    void a_badge_of_the_older_data_model_with_the_proof_of_its_day() throws Exception {
        var badge = resource("/verify/badge-of-2022.json");

        assertThat(told("application/json", badge)).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_NONE");
        assertThat(told("application/json", badge.replace("Can weld", "Can fly")))
                .startsWith("NOT_VALID PROOF_INVALID");
    }

    @Test
    void a_badge_of_the_older_data_model_as_signed_token() throws Exception {
        var inner = Json.PROVIDER
                .createObjectBuilder(Json.object(resource("/verify/badge-of-2022.json")))
                .remove("proof")
                .remove("issuanceDate")
                .remove("expirationDate")
                .add("issuer", Json.object("{\"type\": [\"Profile\"], \"name\": \"Old School\"}"))
                .build();
        var claims = Json.PROVIDER
                .createObjectBuilder(Json.object("{\"iss\": \"%s\", \"nbf\": %d}"
                        .formatted(issuer.did(), time.instant().minusSeconds(60).getEpochSecond())))
                .add("vc", inner)
                .build();
        var header =
                Json.object("{\"typ\": \"JWT\", \"kid\": \"" + issuer.signer().verificationMethod() + "\"}");
        var token = Jws.sign(header, claims, issuer.signer()).compact();

        assertThat(told("text/plain", token)).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_NONE");
        assertThat(told("text/plain", changed(token, "Can weld", "Can fly"))).startsWith("NOT_VALID JWS_INVALID");
    }

    @Test
    void the_credential_in_a_presentation_that_is_a_token() throws Exception {
        var inner = JoseCredential.sign(issuer.unsigned("Amina Example"), issuer.signer());
        var presentation = Json.PROVIDER
                .createObjectBuilder()
                .add("@context", "https://www.w3.org/ns/credentials/v2")
                .add("type", "VerifiablePresentation")
                .add("verifiableCredential", JoseCredential.envelope(inner))
                .build();
        var nobody = new JoseCredential.Audience(Optional.empty(), Optional.empty());
        var token = JoseCredential.signPresentation(presentation, nobody, issuer.signer());

        assertThat(told("text/plain", token.compact())).startsWith("VALID PROOF_VALID ISSUER_CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/dc+sd-jwt", "application/vc+sd-jwt"})
    void a_token_with_disclosures(String type) throws Exception {
        var claims = Json.object(
                """
                {"vct": "https://foreign.example/microcredential", "iss": "%s", "name": "Reading maps",
                 "email": "amina@example.org", "iat": %d}""".formatted(issuer.did(), time.instant().minusSeconds(60).getEpochSecond()));
        var token = SdJwtVc.issue(claims, Concealment.of("/email", "/name"), issuer.signer(), new SecureRandom())
                .compact();
        var report = verified(type, bytes(token));

        assertThat(told(report)).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_NONE");
        assertThat(code(report, "HOLDER")).isEqualTo("HOLDER_NOT_ASKED");
        assertThat(report.at("/credential/achievement/name").asString()).isEqualTo("Reading maps");
        assertThat(told(type, changed(token, "iat", "iaT"))).startsWith("NOT_VALID JWS_INVALID");
    }

    @Test
    void an_old_badge_that_lies_where_its_issuer_publishes() throws Exception {
        var old = new OldBadgeSite(issuer);
        var badge = Json.text(old.hosted());

        assertThat(told("application/json", badge)).isEqualTo("VALID HOSTED_CONFIRMED HOST_CONFIRMED STATUS_GOOD");
        assertThat(told("application/ld+json", badge.replace("ada@", "eve@"))).startsWith("NOT_VALID HOSTED_DIFFERS");
        old.takeTheAssertionAway();
        assertThat(told("application/json", badge)).startsWith("CANNOT_TELL HOSTED_UNREACHABLE");
    }

    @Test
    void the_page_says_of_an_old_badge_that_it_is_published_not_that_it_is_signed() throws Exception {
        var old = new OldBadgeSite(issuer);

        var page = Jsoup.parse(page(old.assertionAddress().toString()));

        assertThat(page.select(".verdict--valid")).hasSize(1);
        assertThat(page.select("main").text()).contains("publishes its badges", "Welding", "127.0.0.1");
        assertThat(page.select("main").text()).doesNotContain("Cryptography");
    }

    @Test
    void a_signed_old_badge() throws Exception {
        var token = new OldBadgeSite(issuer).signed();

        assertThat(told("text/plain", token)).isEqualTo("VALID PROOF_VALID ISSUER_CONFIRMED STATUS_NONE");
        assertThat(told("text/plain", changed(token, "ada@", "eve@"))).startsWith("NOT_VALID JWS_INVALID");
    }

    @Test
    void pictures_carry_old_badges_and_tokens() throws Exception {
        var old = new OldBadgeSite(issuer);
        var token = OpenBadgeJwt.sign(issuer.unsigned("Amina Example"), issuer.signer())
                .compact();

        assertThat(inPicture(Json.text(old.hosted()))).startsWith("VALID HOSTED_CONFIRMED HOST_CONFIRMED");
        assertThat(inPicture(old.assertionAddress().toString())).startsWith("VALID HOSTED_CONFIRMED");
        assertThat(inPicture(old.signed())).startsWith("VALID PROOF_VALID");
        assertThat(inPicture(token)).startsWith("VALID PROOF_VALID");
        assertThat(inPicture(changed(token, "Amina", "Bertha"))).startsWith("NOT_VALID JWS_INVALID");
    }

    private String inPicture(String content) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
        return told(verified("image/png", Baking.bakePng(out.toByteArray(), content)));
    }

    private String told(String type, String document) throws IOException, InterruptedException {
        return told(verified(type, bytes(document)));
    }

    /// The verdict and the first finding on signature, issuer and status.
    private static String told(JsonNode report) {
        return String.join(
                " ",
                report.path("verdict").asString(),
                code(report, "INTEGRITY"),
                code(report, "ISSUER"),
                code(report, "STATUS"));
    }

    private static String code(JsonNode report, String check) {
        return report.path("findings")
                .valueStream()
                .filter(f -> f.path("check").asString().equals(check))
                .map(f -> f.path("code").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode verified(String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(settings.address("/verify"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private String page(String text) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(settings.address("/verify"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    /// The same token with another payload of the same form.
    private static String changed(String token, String from, String to) {
        var parts = token.split("\\.", 3);
        var payload = new String(Base64Url.decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains(from);
        return parts[0] + "." + Base64Url.encode(bytes(payload.replace(from, to))) + "." + parts[2];
    }

    private static String resource(String path) throws IOException {
        try (var in = Objects.requireNonNull(OtherFormatsTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
