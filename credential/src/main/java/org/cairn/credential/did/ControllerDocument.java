package org.cairn.credential.did;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;

/// Reads what a controller says of its keys (Controlled Identifiers 1.0, 2.2 and 2.3). Methods are listed, or
/// stand in the relationship that they are for.
record ControllerDocument(String did, JsonObject json) {

    /// The relationships in which a key signs.
    static final List<String> SIGNING =
            List.of("assertionMethod", "authentication", "capabilityInvocation", "capabilityDelegation");

    private static final int MAX_METHODS = 100;

    /// Every verification method, wherever it stands.
    Stream<JsonObject> methods() {
        return Stream.concat(Stream.of("verificationMethod"), SIGNING.stream())
                .flatMap(name -> Json.objects(json, name).stream().limit(MAX_METHODS));
    }

    /// Whether the method is in the relationship, by value or by reference.
    boolean authorises(String methodId, String purpose) {
        return Json.list(json, purpose).stream()
                .limit(MAX_METHODS)
                .flatMap(entry -> idOf(entry).stream())
                .anyMatch(methodId::equals);
    }

    /// The id of a method as a DID URL. Documents may leave out their own DID.
    Optional<String> id(JsonObject method) {
        return Json.string(method, "id").map(this::absolute);
    }

    private Optional<String> idOf(JsonValue entry) {
        return switch (entry) {
            case JsonString reference -> Optional.of(absolute(reference.getString()));
            case JsonObject embedded -> id(embedded);
            default -> Optional.empty();
        };
    }

    private String absolute(String id) {
        return id.startsWith("#") ? did + id : id;
    }
}
