package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;

/// What the tests of this package share: a verifier on a fixed day, and small changes to documents.
final class Checking {

    private Checking() {}

    static Verifier verifier(FakeOutside outside) {
        return new Verifier(Badges.CONTEXTS, Dids.standard(outside), outside, () -> Badges.NOW);
    }

    static VerificationReport verify(JsonObject credential) {
        return verify(credential, new FakeOutside());
    }

    static VerificationReport verify(JsonObject credential, FakeOutside outside) {
        return verifier(outside).verify(Json.bytes(credential), "application/json");
    }

    static List<FindingCode> codes(VerificationReport report, Check check) {
        return report.findings(check).stream().map(Finding::code).toList();
    }

    static void assertLine(VerificationReport report, FindingCode code, Check check, Verdict verdict) {
        assertThat(report.findings()).as("findings").extracting(Finding::code).contains(code);
        assertThat(codes(report, check)).as(check.name()).contains(code);
        assertThat(report.verdict()).as("verdict").isEqualTo(verdict);
    }

    /// The document with the value at the JSON pointer set, whether it was there or not.
    static JsonObject set(JsonObject document, String pointer, String json) {
        JsonPointer at = Json.PROVIDER.createPointer(pointer);
        JsonValue value = Json.object("{\"v\":" + json.replace("'", "\"") + "}").get("v");
        return at.containsValue(document) ? at.replace(document, value) : at.add(document, value);
    }

    static JsonObject remove(JsonObject document, String pointer) {
        return Json.PROVIDER.createPointer(pointer).remove(document);
    }

    static JsonObject swapped(JsonObject document, String array, int a, int b) {
        JsonArray present = document.getJsonArray(array);
        JsonArray swapped = Json.PROVIDER
                .createArrayBuilder(present)
                .set(a, present.get(b))
                .set(b, present.get(a))
                .build();
        return Json.PROVIDER.createObjectBuilder(document).add(array, swapped).build();
    }
}
