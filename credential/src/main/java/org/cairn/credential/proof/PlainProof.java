package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;

/// The canonical statements of a proof that has just the usual members. The contexts that define them say the same and
/// protect it, all but an early one, so there is nothing to work out; a test compares with the general way.
final class PlainProof {

    private static final Set<String> MEMBERS =
            Set.of("type", "cryptosuite", "created", "verificationMethod", "proofPurpose");
    private static final Pattern ADDRESS = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%#-]+");
    private static final Pattern DATE = Pattern.compile("[0-9T:.Z+-]{1,40}");

    /// In it, the name of the cryptosuite has no type.
    private static final JsonValue EARLY_CONTEXT =
            Json.PROVIDER.createValue("https://w3id.org/security/data-integrity/v1");

    private static final String SECURITY = "https://w3id.org/security#";

    private PlainProof() {}

    /// Empty when the proof has to be worked out the general way.
    ///
    /// @param contexts those of the document
    static Optional<String> statements(List<JsonValue> contexts, JsonObject options) {
        boolean usual = options.keySet().equals(MEMBERS)
                && options.values().stream().allMatch(JsonString.class::isInstance)
                && !contexts.contains(EARLY_CONTEXT)
                && is(options, "type", "DataIntegrityProof")
                && is(options, "cryptosuite", Suite.EDDSA_RDFC_2022.id())
                && is(options, "proofPurpose", DataIntegrity.PURPOSE)
                && DATE.matcher(options.getString("created")).matches()
                && ADDRESS.matcher(options.getString("verificationMethod")).matches();
        return usual ? Optional.of(written(options)) : Optional.empty();
    }

    private static String written(JsonObject options) {
        return """
                _:c14n0 <http://purl.org/dc/terms/created> "%2$s"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <%1$sDataIntegrityProof> .
                _:c14n0 <%1$scryptosuite> "%3$s"^^<%1$scryptosuiteString> .
                _:c14n0 <%1$sproofPurpose> <%1$sassertionMethod> .
                _:c14n0 <%1$sverificationMethod> <%4$s> .
                """.formatted(
                        SECURITY,
                        options.getString("created"),
                        Suite.EDDSA_RDFC_2022.id(),
                        options.getString("verificationMethod"));
    }

    private static boolean is(JsonObject options, String name, String value) {
        return Json.string(options, name).equals(Optional.of(value));
    }
}
