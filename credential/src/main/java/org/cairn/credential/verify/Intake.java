package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.badge.BakingException;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.openbadges2.Assertion;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.verify.NotACredentialException.Code;

/// Finds the credential in an upload. The content decides what it is: media types are often wrong.
final class Intake {

    private static final Set<String> CREDENTIAL_CONTEXTS =
            Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");
    private static final Set<String> ENVELOPED = Set.of("vc+jwt", "vc-ld+jwt", "dc+sd-jwt", "vc+sd-jwt");
    private static final String ENVELOPE = "EnvelopedVerifiableCredential";

    private Intake() {}

    /// Reads what has to be a credential, such as a status list.
    static Secured secured(byte[] body, String mediaType) {
        return credential(read(body, mediaType));
    }

    /// Reads a credential that is already text, such as an endorsement token.
    static Secured secured(String text) {
        return credential(read(text));
    }

    static Upload read(byte[] body, String mediaType) {
        if (body.length > Baking.MAX_PICTURE) {
            throw new TooLargeException(Baking.MAX_PICTURE);
        }
        if (Baking.looksLikePng(body)) {
            return baked(() -> Baking.unbakePng(body));
        }
        String start = new String(body, 0, Math.min(body.length, 1024), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (start.isEmpty()) {
            throw new NotACredentialException(Code.EMPTY, "there is nothing in it");
        }
        if (start.startsWith("<")
                && (start.contains("<svg") || mediaType.contains("svg") || start.startsWith("<?xml"))) {
            return baked(() -> Baking.unbakeSvg(body));
        }
        return text(body, start);
    }

    private static Secured credential(Upload upload) {
        if (upload instanceof Secured secured) {
            return secured;
        }
        throw new NotACredentialException(Code.NOT_A_CREDENTIAL, "it is no verifiable credential");
    }

    /// Reads what was taken out of a picture.
    private static Upload read(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("https://")) {
            return new Upload.OldBadgeAddress(trimmed);
        }
        return text(trimmed.getBytes(StandardCharsets.UTF_8), trimmed);
    }

    private static Upload text(byte[] body, String start) {
        if (start.startsWith("{")) {
            return json(body);
        }
        if (body.length > Json.MAX_BYTES) {
            throw new TooLargeException(Json.MAX_BYTES);
        }
        String token = new String(body, StandardCharsets.UTF_8).strip().replaceAll("^\"|\"$", "");
        if (Jws.looksLikeOne(token) || SdJwt.looksLikeOne(token)) {
            return token(token);
        }
        throw new NotACredentialException(
                Code.UNSUPPORTED_FORMAT, "neither JSON, nor a signed token, nor a picture with a badge in it");
    }

    private static Upload json(byte[] body) {
        try {
            JsonObject object = Json.object(body);
            if (Json.strings(object, "type").contains(ENVELOPE)) {
                return token(enveloped(object));
            }
            if (Assertion.isOne(object)) {
                return new Upload.HostedBadge(new Assertion(object));
            }
            return new Secured.Embedded(checkedCredential(object));
        } catch (MalformedJsonException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(MalformedJsonException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case TOO_LARGE -> new TooLargeException(Json.MAX_BYTES);
            case SYNTAX, NOT_UTF8, NOT_AN_OBJECT -> new NotACredentialException(Code.NOT_JSON, message);
            case TOO_DEEP, DUPLICATE_MEMBER, NUMBER_OUT_OF_BOUNDS, LONE_SURROGATE ->
                new NotACredentialException(Code.JSON_REFUSED, message);
        };
    }

    private static String enveloped(JsonObject object) {
        String address = Json.string(object, "id").orElse("");
        int comma = address.indexOf(',');
        boolean known = ENVELOPED.stream().anyMatch(type -> address.startsWith("data:application/" + type));
        if (!known || comma < 0 || address.substring(0, comma).endsWith(";base64")) {
            throw new NotACredentialException(Code.UNSUPPORTED_FORMAT, "the envelope holds no signed token");
        }
        return address.substring(comma + 1);
    }

    private static Upload token(String token) {
        try {
            return token.contains("~") ? selective(SdJwt.read(token)) : signed(Jws.read(token));
        } catch (MalformedTokenException e) {
            throw new NotACredentialException(Code.TOKEN_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static Upload signed(Jws token) {
        JsonObject claims = token.claims();
        return Assertion.isOne(claims)
                ? new Upload.SignedBadge(new Assertion(claims), token)
                : new Secured.Enveloped(checkedCredential(TokenContent.credential(claims)), token, claims);
    }

    private static Upload selective(SdJwt token) {
        return new Upload.Selective(token, token.disclosed());
    }

    /// The credential of the W3C's model among the claims, where they are one.
    static Optional<Secured> credentialIn(Upload.Selective upload) {
        JsonObject claims = upload.disclosed().claims();
        return isCredential(claims) && !claims.containsKey("vct")
                ? Optional.of(new Secured.Enveloped(
                        TokenContent.credential(claims), upload.token().token(), claims))
                : Optional.empty();
    }

    private static boolean isCredential(JsonObject object) {
        return Json.strings(object, "type").contains("VerifiableCredential") && isOfCredentials(object);
    }

    private static JsonObject checkedCredential(JsonObject object) {
        if (!isCredential(object)) {
            throw new NotACredentialException(Code.NOT_A_CREDENTIAL, "the JSON is no verifiable credential");
        }
        return object;
    }

    /// Whether its words are those of the credentials standard.
    static boolean isOfCredentials(JsonObject object) {
        List<String> contexts = Json.strings(object, "@context");
        return !contexts.isEmpty() && CREDENTIAL_CONTEXTS.contains(contexts.getFirst());
    }

    /// Opens a picture.
    private interface Opening {
        Optional<String> open();
    }

    private static Upload baked(Opening picture) {
        try {
            return read(picture.open()
                    .orElseThrow(() -> new NotACredentialException(
                            Code.PICTURE_WITHOUT_CREDENTIAL, "there is no badge in the picture")));
        } catch (BakingException e) {
            throw new NotACredentialException(Code.PICTURE_DAMAGED, String.valueOf(e.getMessage()));
        }
    }
}
