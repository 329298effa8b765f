package org.cairn.server.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;

/// Finds the credentials in what somebody handed in: unwraps PDFs, presentations and tokens in a JSON coat. Pictures,
/// plain JSON and plain tokens pass through; the verifier knows them. Touches neither network nor database.
final class Intake {
    /// Larger uploads are not looked at.
    static final int MAX_BYTES = Json.MAX_BYTES;

    private static final int MAX_CREDENTIALS = 20;
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+(~[A-Za-z0-9_~.-]*)?");
    private static final List<String> COATS =
            List.of("verifiableCredential", "credential", "credentials", "compactJwsString", "jwt", "vc");

    private Intake() {}

    /// The credentials in it, in their order; where none was found, what was handed in, so that the verifier says why.
    static List<byte[]> credentials(byte[] handedIn) {
        if (PdfAttachment.isPdf(handedIn)) {
            return PdfAttachment.credential(handedIn, MAX_BYTES).map(List::of).orElse(List.of());
        }
        var token = token(handedIn);
        var found = token.map(Intake::presentation)
                .orElseGet(() -> object(handedIn))
                .map(json -> inside(json).limit(MAX_CREDENTIALS).toList())
                .orElse(List.of());
        return found.isEmpty() ? List.of(token.map(Intake::bytes).orElse(handedIn)) : found;
    }

    /// A token, also as a JSON string, as some hosts serve it.
    private static Optional<String> token(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        var text = new String(bytes, StandardCharsets.UTF_8).strip();
        var quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        var inner = quoted ? text.substring(1, text.length() - 1) : text;
        return TOKEN.matcher(inner).matches() ? Optional.of(inner) : Optional.empty();
    }

    /// The presentation in a token, if that is what the token secures. As with one in JSON, we look at the credentials
    /// in it: who presents them is the matter of whoever asked for them.
    private static Optional<JsonObject> presentation(String token) {
        try {
            var claims = Jws.looksLikeOne(token) ? Jws.read(token).claims() : JsonValue.EMPTY_JSON_OBJECT;
            return Json.member(claims, "vp")
                    .or(() -> Optional.of(claims)
                            .filter(c -> Json.strings(c, "type").contains("VerifiablePresentation")));
        } catch (MalformedTokenException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> object(byte[] bytes) {
        try {
            return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(Json.object(bytes));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /// Nothing for a credential as such.
    private static Stream<byte[]> inside(JsonObject json) {
        if (json.containsKey("credentialSubject")) {
            return Stream.empty();
        }
        if (Json.strings(json, "type").contains("EnvelopedVerifiableCredential")) {
            return enveloped(json).stream();
        }
        return COATS.stream().flatMap(name -> Json.list(json, name).stream()).flatMap(Intake::one);
    }

    private static Stream<byte[]> one(JsonValue value) {
        return switch (value) {
            case JsonString text when TOKEN.matcher(text.getString()).matches() -> Stream.of(bytes(text.getString()));
            case JsonObject wrapped
            when Json.strings(wrapped, "type").contains("EnvelopedVerifiableCredential") -> enveloped(wrapped).stream();
            case JsonObject credential -> Stream.of(Json.bytes(credential));
            default -> Stream.empty();
        };
    }

    private static Optional<byte[]> enveloped(JsonObject envelope) {
        return Json.string(envelope, "id")
                .filter(id -> id.startsWith("data:"))
                .map(id -> id.substring(id.indexOf(',') + 1))
                .filter(token -> TOKEN.matcher(token).matches())
                .map(Intake::bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
