package org.cairn.credential.openbadges2;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.jspecify.annotations.Nullable;

/// An Open Badges 2.0 assertion as it stands: that somebody has earned a badge.
public record Assertion(JsonObject json) {

    private static final String CONTEXT = "https://w3id.org/openbadges/v2";

    /// Members that say where a copy lies or how it is read rather than what was awarded.
    private static final List<String> INCIDENTAL = List.of("@context", "image", "verification", "type");

    /// Whether the object is one.
    public static boolean isOne(JsonObject object) {
        return Json.strings(object, "@context").contains(CONTEXT)
                && Json.strings(object, "type").contains("Assertion");
    }

    public String id() {
        return Json.string(json, "id").orElse("");
    }

    /// How it wants to be verified.
    public Verification verification() {
        JsonObject wanted = Json.member(json, "verification").orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<String> types = Json.strings(wanted, "type");
        if (types.contains("SignedBadge") || types.contains("signed")) {
            return new Verification.Signed(Json.string(wanted, "creator").orElse(""));
        }
        return types.contains("HostedBadge") || types.contains("hosted")
                ? new Verification.Hosted()
                : new Verification.Other(types.isEmpty() ? "?" : types.getFirst());
    }

    /// Means of verification.
    public sealed interface Verification {
        record Hosted() implements Verification {}

        /// @param key the address of the key
        record Signed(String key) implements Verification {}

        record Other(String type) implements Verification {}
    }

    /// The badge class, embedded or by its address; empty when it is neither.
    public Optional<Linked> badge() {
        return Linked.of(json.get("badge"));
    }

    /// Whether it was taken back in so many words.
    public boolean isRevoked() {
        return JsonValue.TRUE.equals(json.get("revoked"));
    }

    /// The first member that is missing or of a wrong form; empty when none is.
    public Optional<String> fault() {
        JsonObject recipient = Json.member(json, "recipient").orElse(JsonObject.EMPTY_JSON_OBJECT);
        boolean named = Json.string(recipient, "type").isPresent()
                && Json.string(recipient, "identity").isPresent()
                && recipient.getOrDefault("hashed", JsonValue.FALSE).getValueType() != JsonValue.ValueType.STRING;
        return Stream.of(
                        id().isEmpty() ? "id" : "",
                        named ? "" : "recipient",
                        Json.string(json, "issuedOn").isPresent() ? "" : "issuedOn",
                        badge().isPresent() ? "" : "badge",
                        verification() instanceof Verification.Other ? "verification" : "")
                .filter(member -> !member.isEmpty())
                .findFirst();
    }

    /// The first member by which this copy says something else than the published assertion.
    public Optional<String> differenceFrom(Assertion published) {
        return json.entrySet().stream()
                .filter(member -> !INCIDENTAL.contains(member.getKey()))
                .filter(member -> !same(member.getKey(), member.getValue(), published.json.get(member.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// A badge class may be embedded in one copy and linked from the other.
    private static boolean same(String name, JsonValue here, @Nullable JsonValue there) {
        if (name.equals("badge")) {
            return Linked.of(here).map(Linked::id).equals(Linked.of(there).map(Linked::id));
        }
        return here.equals(there);
    }
}
