package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;

/// Whether words such as `achievement` mean in a document what Open Badges and CLR mean by them. Elsewhere anybody may
/// use them in a sense of their own, so whoever reads a document as a badge or learner record asks here first.
/// (Open Badges 3.0, B.1.1; CLR 2.0, B.1.1: a credential names the context.)
public final class BadgeContext {

    private static final Pattern ADDRESS = Pattern.compile(
            "https://purl\\.imsglobal\\.org/spec/(ob/v3p0/context(-3\\.\\d\\.\\d)?|clr/v2p0/context(-2\\.\\d\\.\\d)?)\\.json");

    private BadgeContext() {}

    /// Whether the document itself names a context of Open Badges 3.0 or CLR 2.0, before any context of its own: one
    /// that is named further inside says nothing of the whole, and one that follows may have been added to a signed
    /// document that has given the words its own sense already (VC Data Integrity ECDSA and EdDSA, 3.3.2).
    public static boolean isNamedIn(JsonObject document) {
        return Json.list(document, "@context").stream()
                .takeWhile(JsonString.class::isInstance)
                .anyMatch(address ->
                        ADDRESS.matcher(((JsonString) address).getString()).matches());
    }
}
