package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// Every term the bundled contexts define, and every IRI they give a name to.
final class Vocabulary {

    private static final String SCHEMA_ORG = "https://schema.org/";

    private final Map<String, Set<String>> terms = new HashMap<>();
    private final Set<String> guarded = new HashSet<>();
    private final Set<String> credentialIris = new HashSet<>();

    Vocabulary(Contexts contexts) {
        for (String address : contexts.addresses()) {
            collect(contexts.document(address).orElseThrow().getJsonObject("@context"));
        }
        for (String address :
                Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")) {
            credentialTerms(contexts.document(address).orElseThrow());
        }
    }

    boolean isTerm(String name) {
        return terms.containsKey(name);
    }

    /// What a term stands for in the bundled contexts; more than one where versions or types differ.
    Set<String> meanings(String term) {
        return terms.getOrDefault(term, Set.of());
    }

    /// Whether only the bundled term may be used for this. Common schema.org words are free, but for those that
    /// every reader shows.
    boolean isGuarded(String iri) {
        return guarded.contains(iri);
    }

    /// Whether the property belongs to a credential as such: issuer, validity, status, subject …
    boolean isOfCredential(String iri) {
        return credentialIris.contains(iri);
    }

    private void collect(JsonObject context) {
        for (Map.Entry<String, JsonValue> entry : context.entrySet()) {
            if (!entry.getKey().startsWith("@")) {
                enter(entry.getKey(), iri(entry.getValue()));
            }
            if (entry.getValue() instanceof JsonObject definition
                    && definition.get("@context") instanceof JsonObject inner) {
                collect(inner);
            }
        }
    }

    private void enter(String term, Optional<String> iri) {
        Set<String> meanings = terms.computeIfAbsent(term, name -> new HashSet<>());
        iri.ifPresent(meanings::add);
        iri.filter(Vocabulary::isShown).ifPresent(guarded::add);
    }

    private static boolean isShown(String iri) {
        boolean isName = iri.equals(SCHEMA_ORG + "name") || iri.equals(SCHEMA_ORG + "description");
        return isName || !iri.startsWith(SCHEMA_ORG);
    }

    /// All but name and description, which other things have as well.
    private void credentialTerms(JsonObject document) {
        JsonObject context = document.getJsonObject("@context")
                .getJsonObject("VerifiableCredential")
                .getJsonObject("@context");
        context.forEach((term, definition) -> {
            if (!Set.of("name", "description", "evidence", "id", "type").contains(term)) {
                iri(definition)
                        .map(iri -> iri.replaceFirst("^cred:", "https://www.w3.org/2018/credentials#"))
                        .ifPresent(credentialIris::add);
            }
        });
    }

    private static Optional<String> iri(JsonValue definition) {
        return switch (definition) {
            case JsonString text -> absolute(text.getString());
            case JsonObject object -> Json.string(object, "@id").flatMap(Vocabulary::absolute);
            default -> Optional.empty();
        };
    }

    private static Optional<String> absolute(String iri) {
        return iri.startsWith("@") ? Optional.empty() : Optional.of(iri);
    }
}
