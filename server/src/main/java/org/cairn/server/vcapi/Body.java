package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// A request's JSON, read with the library's strict reader: bounded in size and depth, no member twice.
///
/// @param json the whole body
record Body(JsonObject json) {

    /// @throws Refused when it is no JSON object, or not called one
    static Body of(HttpServletRequest request) throws IOException {
        if (!isJson(request)) {
            throw new Refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    List.of(Trouble.of(Trouble.Type.PARSING_ERROR, "vcapi.body.type")));
        }
        if (request.getContentLengthLong() > Json.MAX_BYTES) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(Json.MAX_BYTES + 1);
        if (bytes.length > Json.MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return new Body(Json.object(bytes));
        } catch (MalformedJsonException e) {
            throw new Refused(Trouble.of(Trouble.Type.PARSING_ERROR, "vcapi.json." + e.code(), e.place()));
        }
    }

    /// A member that has to be an object.
    JsonObject object(String name) {
        return Json.member(json, name)
                .orElseThrow(() -> new Refused(
                        Trouble.at("/" + name, Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.member.object", name)));
    }

    /// The options; none where there are none.
    Options options() {
        var value = json.getOrDefault("options", JsonValue.EMPTY_JSON_OBJECT);
        return switch (value) {
            case JsonObject object -> new Options(object);
            default -> {
                if (JsonValue.NULL.equals(value)) {
                    yield new Options(JsonValue.EMPTY_JSON_OBJECT);
                }
                throw malformed("");
            }
        };
    }

    private static Refused malformed(String member) {
        return new Refused(Trouble.at(
                "/options" + member, Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.options", "options" + member));
    }

    /// What the caller wishes. A wish we do not know is left alone; one we know has to be well-formed.
    record Options(JsonObject json) {

        Optional<String> text(String name) {
            var value = json.getOrDefault(name, JsonValue.NULL);
            if (JsonValue.NULL.equals(value)) {
                return Optional.empty();
            }
            return Optional.of(Json.string(json, name)
                    .filter(text -> text.length() <= 1_000)
                    .orElseThrow(() -> malformed("/" + name)));
        }

        /// One string or several; none where the member is missing.
        List<String> texts(String name) {
            var values = Json.list(json, name);
            if (values.size() > 1_000 || !values.stream().allMatch(JsonString.class::isInstance)) {
                throw malformed("/" + name);
            }
            return Json.strings(json, name);
        }

        /// JSON pointers (RFC 6901).
        List<String> pointers(String name) {
            var pointers = texts(name);
            var wellFormed = pointers.stream()
                    .allMatch(pointer -> pointer.length() <= 1_000 && pointer.matches("(/([^~/]|~[01])*)*"));
            if (!wellFormed) {
                throw malformed("/" + name);
            }
            return pointers;
        }

        /// Of the wishes about a presentation those that concern what it presents as well.
        Options onlyChecks() {
            var checks = json.get("checks");
            return new Options(
                    checks == null
                            ? JsonValue.EMPTY_JSON_OBJECT
                            : Json.PROVIDER
                                    .createObjectBuilder()
                                    .add("checks", checks)
                                    .build());
        }

        /// Whether the caller wants a check that it may leave out by listing others.
        boolean wants(String... names) {
            var checks = texts("checks");
            return checks.isEmpty() || Stream.of(names).anyMatch(checks::contains);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        try {
            var type = MediaType.parseMediaType(
                    Optional.ofNullable(request.getContentType()).orElse(""));
            return type.getSubtype().equals("json")
                    || type.getSubtype().endsWith("+json")
                    || type.getSubtype().equals("vc")
                    || type.getSubtype().equals("vp");
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                HttpStatus.CONTENT_TOO_LARGE,
                List.of(Trouble.of(Trouble.Type.PARSING_ERROR, "vcapi.json.TOO_LARGE", "")));
    }
}
