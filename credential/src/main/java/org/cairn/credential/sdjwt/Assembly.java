package org.cairn.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.json.Json;
import org.jspecify.annotations.Nullable;

/// Puts disclosures in the places of their digests (RFC 9901, section 7.1, steps 3 to 5). As no digest may occur twice,
/// each disclosure is used once, and the work is bounded by the size of the token.
final class Assembly {

    private static final String MEMBERS = "_sd";
    private static final String ELEMENT = "...";

    private final Map<String, Disclosure> byDigest = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Disclosure, ClaimPath> places = new LinkedHashMap<>();

    private Assembly(Digests digests, Collection<Disclosure> disclosures) {
        for (Disclosure disclosure : disclosures) {
            if (byDigest.put(digests.of(disclosure.encoded()), disclosure) != null) {
                throw refused("a disclosure is there twice");
            }
        }
    }

    static Disclosed assemble(JsonObject payload, Collection<Disclosure> disclosures) {
        Assembly assembly = new Assembly(Digests.of(payload), disclosures);
        JsonObject claims = assembly.object(payload, ClaimPath.ROOT);
        assembly.checkAllUsed();
        return Disclosed.of(
                Json.PROVIDER.createObjectBuilder(claims).remove(Digests.CLAIM).build(), assembly.places);
    }

    /// Where each disclosure belongs, in the full list of elements or members.
    static Map<Disclosure, ClaimPath> places(JsonObject payload, Collection<Disclosure> disclosures) {
        Assembly assembly = new Assembly(Digests.of(payload), disclosures);
        assembly.object(payload, ClaimPath.ROOT);
        assembly.checkAllUsed();
        return Map.copyOf(assembly.places);
    }

    /// Step 5.
    private void checkAllUsed() {
        if (places.size() != byDigest.size()) {
            throw refused("a disclosure belongs nowhere");
        }
    }

    private JsonValue value(JsonValue value, ClaimPath at) {
        if (at.steps().size() > Json.MAX_DEPTH) {
            throw refused("the claims are nested too deeply");
        }
        return switch (value) {
            case JsonObject object -> object(object, at);
            case JsonArray array -> array(array, at);
            default -> value;
        };
    }

    private JsonObject object(JsonObject object, ClaimPath at) {
        if (object.containsKey(ELEMENT)) {
            throw refused("... stands where no element of a list is");
        }
        Map<String, JsonValue> result = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (!name.equals(MEMBERS)) {
                result.put(name, value(value, at.then(name)));
            }
        });
        disclosedMembers(object, at).forEach((name, value) -> {
            if (result.put(name, value) != null) {
                throw refused("a disclosed claim is there already");
            }
        });
        return Json.PROVIDER.createObjectBuilder(result).build();
    }

    /// Step 3.c.
    private Map<String, JsonValue> disclosedMembers(JsonObject object, ClaimPath at) {
        Map<String, JsonValue> result = new TreeMap<>();
        JsonValue listed = object.getOrDefault(MEMBERS, JsonValue.EMPTY_JSON_ARRAY);
        if (!(listed instanceof JsonArray digests)) {
            throw refused("_sd is no list");
        }
        for (JsonValue digest : digests) {
            Optional<Disclosure> found = find(digest);
            if (found.isPresent()) {
                String name = found.get().name().orElseThrow(() -> refused("an element stands for a member"));
                ClaimPath place = at.then(name);
                places.put(found.get(), place);
                if (result.put(name, value(found.get().value(), place)) != null) {
                    throw refused("a claim is disclosed twice");
                }
            }
        }
        return result;
    }

    /// Step 3.d. Elements that are kept back vanish, so positions count those that are there.
    private JsonArray array(JsonArray array, ClaimPath at) {
        JsonArrayBuilder result = Json.PROVIDER.createArrayBuilder();
        int position = 0;
        for (JsonValue element : array) {
            ClaimPath place = at.then(Integer.toString(position));
            Optional<JsonValue> there = element instanceof JsonObject object && object.containsKey(ELEMENT)
                    ? disclosedElement(object, place)
                    : Optional.of(value(element, place));
            position += there.isPresent() ? 1 : 0;
            there.ifPresent(result::add);
        }
        return result.build();
    }

    private Optional<JsonValue> disclosedElement(JsonObject object, ClaimPath place) {
        if (object.size() != 1) {
            throw refused("... is not alone");
        }
        Optional<Disclosure> found = find(object.get(ELEMENT));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().name().isPresent()) {
            throw refused("a member stands for an element");
        }
        places.put(found.get(), place);
        return Optional.of(value(found.get().value(), place));
    }

    /// Step 4: a digest may be found once only, whether or not there is a disclosure for it.
    private Optional<Disclosure> find(@Nullable JsonValue digest) {
        if (!(digest instanceof JsonString text)) {
            throw refused("a digest is no text");
        }
        if (!seen.add(text.getString())) {
            throw refused("a digest is there twice");
        }
        return Optional.ofNullable(byDigest.get(text.getString()));
    }

    private static MalformedTokenException refused(String why) {
        return new MalformedTokenException(Code.DIGESTS, why);
    }
}
