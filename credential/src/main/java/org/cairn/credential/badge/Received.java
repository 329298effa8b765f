package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// A credential as it came: its text is kept as it is, byte for byte, whatever is in it. Writing a received credential
/// anew from what one program understood of it would lose the rest, and with it the signature. What the accessors tell
/// is as untrusted as the text.
public record Received(String text, JsonObject json) {

    private static final Set<String> KNOWN =
            Set.of(("@context id type name description image awardedDate issuer validFrom validUntil issuanceDate"
                            + " expirationDate credentialSubject credentialStatus credentialSchema refreshService"
                            + " termsOfUse evidence endorsement endorsementJwt proof partial relatedResource"
                            + " renderMethod confidenceMethod")
                    .split(" "));

    /// Reads the text of a JSON credential.
    ///
    /// @throws org.cairn.credential.json.MalformedJsonException when it is not JSON that is accepted
    public static Received of(byte[] utf8) {
        JsonObject json = Json.object(utf8);
        return new Received(new String(utf8, StandardCharsets.UTF_8), json);
    }

    /// The bytes it came as.
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public List<String> types() {
        return Json.strings(json, "type");
    }

    public Optional<String> id() {
        return Json.string(json, "id");
    }

    /// What an endorsement endorses.
    public Optional<String> endorsed() {
        return types().contains("EndorsementCredential")
                ? subject().flatMap(it -> Json.string(it, "id"))
                : Optional.empty();
    }

    /// What an endorsement says.
    public Optional<String> endorsementComment() {
        return subject().flatMap(it -> Json.string(it, "endorsementComment"));
    }

    /// The credentials in a learner record.
    public List<JsonObject> credentials() {
        return subject().map(it -> Json.objects(it, "verifiableCredential")).orElse(List.of());
    }

    /// The associations in a learner record that are of the standard's kinds.
    public List<Association> associations() {
        return subject().map(it -> Json.objects(it, "association")).orElse(List.of()).stream()
                .flatMap(it -> Association.read(it).stream())
                .toList();
    }

    /// Whether a learner record says that it is not all there is.
    public boolean isPartial() {
        return JsonValue.TRUE.equals(json.get("partial"));
    }

    /// The names of members that are neither of VC 2.0 nor of Open Badges or CLR.
    public List<String> others() {
        return json.keySet().stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    private Optional<JsonObject> subject() {
        return Json.objects(json, "credentialSubject").stream().findFirst();
    }
}
