package org.cairn.server.vcapi;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.springframework.test.web.servlet.MockMvc;

/// Calls of the VC API as an integrator makes them, and documents to send.
class Calls {
    /// A holder, and an issuer elsewhere.
    static final Ed25519Key HOLDER = Ed25519Key.generate(new SecureRandom());

    private final MockMvc http;
    private final DataIntegrity integrity;

    Calls(MockMvc http, Vocabularies vocabularies) {
        this.http = http;
        this.integrity = vocabularies.integrity();
    }

    /// What came back.
    record Answer(int status, String type, JsonObject json) {
        List<String> problems() {
            return Json.objects(json, "problemDetails").stream()
                    .map(p -> p.getString("title"))
                    .toList();
        }

        List<String> pointers() {
            return Json.objects(json, "problemDetails").stream()
                    .map(p -> p.getString("pointer", ""))
                    .toList();
        }
    }

    Answer send(String path, JsonObject body) {
        return send(path, Json.bytes(body), "application/json");
    }

    Answer send(String path, byte[] body, String type) {
        try {
            var response = http.perform(post(path).content(body).header("Content-Type", type))
                    .andReturn()
                    .getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getContentType()),
                    text.startsWith("{") ? Json.object(text) : JsonValue.EMPTY_JSON_OBJECT);
        } catch (Exception e) {
            throw new AssertionError("the call itself failed", e);
        }
    }

    Answer read(String path) {
        try {
            var response = http.perform(get(path)).andReturn().getResponse();
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getContentType()),
                    Json.object(response.getContentAsString(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("the call itself failed", e);
        }
    }

    String did(String suite) {
        return read("/vc-api/issuers").json().getString(suite);
    }

    Answer issue(String suite, JsonObject credential) {
        return send("/vc-api/" + suite + "/credentials/issue", body("credential", credential));
    }

    JsonObject issued(String suite, JsonObject credential) {
        var answer = issue(suite, credential);
        if (answer.status() != 201) {
            throw new AssertionError("not issued: " + answer);
        }
        return answer.json();
    }

    Answer verify(JsonObject credential) {
        return send("/vc-api/credentials/verify", body("verifiableCredential", credential));
    }

    Answer verify(JsonObject credential, String options) {
        return send("/vc-api/credentials/verify", with(body("verifiableCredential", credential), "/options", options));
    }

    Answer verifyPresentation(JsonObject presentation) {
        return send("/vc-api/presentations/verify", body("verifiablePresentation", presentation));
    }

    Answer verifyPresentation(JsonObject presentation, String options) {
        return send(
                "/vc-api/presentations/verify",
                with(body("verifiablePresentation", presentation), "/options", options));
    }

    /// A credential of this issuer, with an id of its own.
    JsonObject aCredential(String suite) {
        return Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
                 "id": "urn:uuid:%s", "type": ["VerifiableCredential"], "issuer": "%s",
                 "validFrom": "2025-06-01T00:00:00Z",
                 "credentialSubject": {"id": "did:example:pat", "alumniOf": "The School"}}
                """.formatted(UUID.randomUUID(), did(suite)));
    }

    /// An unsigned presentation of the credential by [#HOLDER].
    static JsonObject aPresentationOf(JsonObject credential) {
        return Json.PROVIDER
                .createObjectBuilder(Json.object("""
                        {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"]}"""))
                .add("holder", HOLDER.didKey())
                .add("verifiableCredential", Json.PROVIDER.createArrayBuilder().add(credential))
                .build();
    }

    JsonObject presented(JsonObject presentation) {
        return presented(presentation, "verifier.example", "c-4711");
    }

    JsonObject presented(JsonObject presentation, String domain, String challenge) {
        return integrity.sign(
                presentation,
                HOLDER.signer(HOLDER.didKeyMethod()),
                ProofOptions.presenting(Suite.EDDSA_RDFC_2022, Instant.now(), domain, challenge));
    }

    /// Signed by [#HOLDER] as an issuer.
    JsonObject signedElsewhere(JsonObject credential, ProofOptions options) {
        return integrity.sign(credential, HOLDER.signer(HOLDER.didKeyMethod()), options);
    }

    static JsonObject body(String name, JsonValue document) {
        return Json.PROVIDER.createObjectBuilder().add(name, document).build();
    }

    /// The document with one place set to the value written as JSON.
    static JsonObject with(JsonObject document, String pointer, String json) {
        var value = Json.object("{\"v\": " + json + "}").getOrDefault("v", JsonValue.NULL);
        return Json.PROVIDER.createPatchBuilder().add(pointer, value).build().apply(document);
    }

    static JsonObject without(JsonObject document, String pointer) {
        return Json.PROVIDER.createPatchBuilder().remove(pointer).build().apply(document);
    }
}
