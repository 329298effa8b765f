package org.cairn.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;

/// One claim that can be kept back. Whoever has it can show it, so it is as secret as the claim itself.
///
/// @param encoded the text that is hashed and passed on
/// @param name empty for an element of a list
record Disclosure(String encoded, Optional<String> name, JsonValue value) {

    static final Set<String> FORBIDDEN_NAMES = Set.of("_sd", "...");

    static Disclosure ofMember(String salt, String name, JsonValue value) {
        return encoded(Json.PROVIDER.createArrayBuilder().add(salt).add(name), Optional.of(name), value);
    }

    static Disclosure ofElement(String salt, JsonValue value) {
        return encoded(Json.PROVIDER.createArrayBuilder().add(salt), Optional.empty(), value);
    }

    /// Steps 7.1.3.c.iii.1 and 7.1.3.d.iii.1, as far as they do not depend on the place.
    static Disclosure read(String encoded) {
        JsonArray parts = parts(encoded);
        boolean member = parts.size() == 3;
        if ((!member && parts.size() != 2) || !(parts.getFirst() instanceof JsonString)) {
            throw refused("it is no list of a salt, perhaps a name, and a value");
        }
        Optional<String> name = member ? Optional.of(name(parts.get(1))) : Optional.empty();
        return new Disclosure(encoded, name, parts.getLast());
    }

    private static Disclosure encoded(JsonArrayBuilder start, Optional<String> name, JsonValue value) {
        String text = start.add(value).build().toString();
        return new Disclosure(Base64Url.encode(text.getBytes(StandardCharsets.UTF_8)), name, value);
    }

    private static JsonArray parts(String encoded) {
        try {
            return Json.array(Base64Url.decode(encoded));
        } catch (IllegalArgumentException e) {
            throw refused("it is not base64url");
        } catch (MalformedJsonException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static String name(JsonValue value) {
        if (!(value instanceof JsonString text)) {
            throw refused("its name is no text");
        }
        if (FORBIDDEN_NAMES.contains(text.getString())) {
            throw refused("its name is reserved");
        }
        return text.getString();
    }

    private static MalformedTokenException refused(String why) {
        return new MalformedTokenException(Code.DISCLOSURE, "a disclosure is refused: " + why);
    }

    /// Says nothing of what it discloses.
    @Override
    public String toString() {
        return "Disclosure";
    }
}
