package org.cairn.credential.datamodel;

import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.cairn.credential.json.Json;

/// Valid documents, and ways to change one place of them.
final class Documents {

    private Documents() {}

    static JsonObject aCredential() {
        return Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2"],
                 "id": "urn:uuid:6a0e2f58-5f39-4a8f-8a3c-2b7f55c0a001",
                 "type": ["VerifiableCredential"],
                 "issuer": "https://college.example/issuers/7",
                 "validFrom": "2026-02-03T04:05:06Z",
                 "credentialSubject": {"id": "did:example:pat", "alumniOf": "did:example:college"}}""");
    }

    static JsonObject aPresentation() {
        JsonObject presentation = Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2"],
                 "type": ["VerifiablePresentation"],
                 "holder": "did:example:pat"}""");
        return with(
                presentation,
                "/verifiableCredential",
                Json.PROVIDER.createArrayBuilder().add(aCredential()).build());
    }

    /// A credential with one member set to the value written as JSON.
    static JsonObject aCredentialWith(String member, String json) {
        return with(aCredential(), "/" + member, value(json));
    }

    static JsonObject with(JsonObject document, String pointer, String json) {
        return with(document, pointer, value(json));
    }

    static JsonObject with(JsonObject document, String pointer, JsonValue value) {
        JsonPatchBuilder patch = Json.PROVIDER.createPatchBuilder();
        return patch.add(pointer, value).build().apply(document);
    }

    static JsonObject without(JsonObject document, String pointer) {
        return Json.PROVIDER.createPatchBuilder().remove(pointer).build().apply(document);
    }

    static JsonValue value(String json) {
        return Json.object("{\"value\": " + json + "}").getOrDefault("value", JsonValue.NULL);
    }

    /// Each problem as its code and place.
    static List<Map.Entry<Problem.Code, String>> brief(List<Problem> problems) {
        return problems.stream().map(p -> Map.entry(p.code(), p.pointer())).toList();
    }
}
