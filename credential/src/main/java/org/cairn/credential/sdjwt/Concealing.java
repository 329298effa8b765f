package org.cairn.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.json.Json;

/// Replaces claims by digests, from the inside out, so that a claim and something inside it can both be kept back
/// (RFC 9901, section 4.2).
final class Concealing {

    /// 128 bits, as section 9.3 recommends.
    private static final int SALT_BYTES = 16;

    private final Concealment concealment;
    private final SecureRandom random;
    private final List<Disclosure> disclosures = new ArrayList<>();
    private final Set<ClaimPath> done = new HashSet<>();

    Concealing(Concealment concealment, SecureRandom random) {
        this.concealment = concealment;
        this.random = random;
    }

    /// The claims to sign.
    ///
    /// @throws IllegalArgumentException when there is no such claim, or a reserved name
    JsonObject conceal(JsonObject claims) {
        JsonObject concealed = object(claims, ClaimPath.ROOT);
        if (!done.equals(concealment.claims())) {
            throw new IllegalArgumentException("there is no claim at some of the paths");
        }
        return disclosures.isEmpty()
                ? concealed
                : Json.PROVIDER
                        .createObjectBuilder(concealed)
                        .add(Digests.CLAIM, "sha-256")
                        .build();
    }

    List<Disclosure> disclosures() {
        return List.copyOf(disclosures);
    }

    private JsonValue value(JsonValue value, ClaimPath at) {
        return switch (value) {
            case JsonObject object -> object(object, at);
            case JsonArray array -> array(array, at);
            default -> value;
        };
    }

    private JsonObject object(JsonObject object, ClaimPath at) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder();
        List<String> digests = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            String name = allowed(member.getKey());
            JsonValue inner = value(member.getValue(), at.then(name));
            if (isConcealed(at.then(name))) {
                digests.add(digest(Disclosure.ofMember(salt(), name, inner)));
            } else {
                result.add(name, inner);
            }
        }
        return digests.isEmpty()
                ? result.build()
                : result.add("_sd", Json.PROVIDER.createArrayBuilder(withDecoys(digests)))
                        .build();
    }

    private JsonArray array(JsonArray array, ClaimPath at) {
        JsonArrayBuilder result = Json.PROVIDER.createArrayBuilder();
        boolean any = false;
        for (int i = 0; i < array.size(); i++) {
            ClaimPath place = at.then(Integer.toString(i));
            JsonValue inner = value(array.get(i), place);
            boolean concealed = isConcealed(place);
            any = any || concealed;
            result.add(concealed ? element(digest(Disclosure.ofElement(salt(), inner))) : inner);
        }
        for (int i = 0; any && i < concealment.decoys(); i++) {
            result.add(element(Digests.STANDARD.of(salt())));
        }
        return result.build();
    }

    private static JsonObject element(String digest) {
        return Json.PROVIDER.createObjectBuilder().add("...", digest).build();
    }

    private boolean isConcealed(ClaimPath place) {
        return concealment.claims().contains(place) && done.add(place);
    }

    private String digest(Disclosure disclosure) {
        disclosures.add(disclosure);
        return Digests.STANDARD.of(disclosure.encoded());
    }

    /// Sorted, so that their order says nothing of the members' order nor of which are decoys.
    private List<String> withDecoys(List<String> digests) {
        for (int i = 0; i < concealment.decoys(); i++) {
            digests.add(Digests.STANDARD.of(salt()));
        }
        Collections.sort(digests);
        return digests;
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64Url.encode(salt);
    }

    private static String allowed(String name) {
        if (Disclosure.FORBIDDEN_NAMES.contains(name) || name.equals(Digests.CLAIM)) {
            throw new IllegalArgumentException("a claim must not be called " + name);
        }
        return name;
    }
}
