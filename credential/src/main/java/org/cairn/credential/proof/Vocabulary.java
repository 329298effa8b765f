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

/// Every term the bundled contexts define, and every IRI they give a name to. The contexts that stand aside have a
/// vocabulary of their own each, which only counts in documents that name them.
final class Vocabulary {

    private static final String SCHEMA_ORG = "https://schema.org/";

    private final Map<String, Set<String>> terms = new HashMap<>();
    private final Map<String, Set<String>> aliases = new HashMap<>();
    private final Set<String> guarded = new HashSet<>();
    private final Set<String> credentialIris = new HashSet<>();
    private final Set<String> vocabs = new HashSet<>();
    private final Map<String, Vocabulary> aside = new HashMap<>();
    private final Set<String> respelt = new HashSet<>();
    private final Set<String> ofBadgesOnly = new HashSet<>();
    private final Set<String> leadingToBadges = new HashSet<>();

    Vocabulary(Contexts contexts) {
        Set<String> others = new HashSet<>();
        for (String address : contexts.addresses()) {
            if (contexts.isForeign(address)) {
                continue;
            }
            JsonObject context = contexts.document(address).orElseThrow().getJsonObject("@context");
            if (FreeWords.leadsToBadges(context)) {
                leadingToBadges.add(address);
            }
            if (contexts.isAside(address)) {
                aside.put(address, new Vocabulary(context));
            } else {
                collect(context, Map.of());
                if (contexts.isOfBadges(address)) {
                    ofBadgesOnly.addAll(new Vocabulary(context).terms.keySet());
                } else {
                    others.addAll(new Vocabulary(context).terms.keySet());
                }
            }
        }
        ofBadgesOnly.removeAll(others);
        aside.values().forEach(other -> other.respelt.addAll(other.respellingsOf(this)));
        aside.values().forEach(other -> respelt.addAll(other.respelt));
        for (String address :
                Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")) {
            credentialTerms(contexts.document(address).orElseThrow());
        }
    }

    private Vocabulary(JsonObject context) {
        collect(context, Map.of());
    }

    /// The vocabulary of a context that stands aside.
    Optional<Vocabulary> aside(String address) {
        return Optional.ofNullable(aside.get(address));
    }

    /// Whether the word is another spelling, in a context that stands aside, of something that has its own word in the
    /// others. Under it a reader would not find what was signed: `expiration` for the `expires` of a proof.
    boolean isRespelling(String name) {
        return respelt.contains(name);
    }

    /// All of them.
    Set<String> respellings() {
        return Set.copyOf(respelt);
    }

    /// What a word without a definition is appended to.
    Set<String> vocabs() {
        return vocabs;
    }

    boolean isTerm(String name) {
        return terms.containsKey(name);
    }

    /// What a term stands for in the bundled contexts; more than one where versions or types differ.
    Set<String> meanings(String term) {
        return terms.getOrDefault(term, Set.of());
    }

    /// Whether the term is defined by contexts of Open Badges or CLR and by none of the others that are always in
    /// force.
    boolean isOfBadgesOnly(String term) {
        return ofBadgesOnly.contains(term);
    }

    /// Whether the context, one that is vouched for, defines something by an address of Open Badges or CLR.
    boolean leadsToBadges(String address) {
        return leadingToBadges.contains(address);
    }

    /// Whether the term is another spelling of that keyword in the bundled contexts, and nothing else: `id` of `@id`.
    boolean isAlias(String term, String keyword) {
        return aliases.getOrDefault(term, Set.of()).equals(Set.of(keyword))
                && meanings(term).isEmpty();
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

    private Set<String> respellingsOf(Vocabulary others) {
        Set<String> result = new HashSet<>();
        terms.forEach((term, meanings) -> {
            if (meanings.stream()
                    .anyMatch(iri ->
                            others.isGuarded(iri) && !others.meanings(term).contains(iri))) {
                result.add(term);
            }
        });
        return result;
    }

    private void collect(JsonObject context, Map<String, String> outerPrefixes) {
        Map<String, String> prefixes = new HashMap<>(outerPrefixes);
        context.keySet().forEach(term -> Json.string(context, term).ifPresent(iri -> prefixes.put(term, iri)));
        Json.string(context, "@vocab").ifPresent(vocabs::add);
        for (Map.Entry<String, JsonValue> entry : context.entrySet()) {
            if (!entry.getKey().startsWith("@")) {
                enter(entry.getKey(), iri(entry.getValue()).map(iri -> full(iri, prefixes)));
                keyword(entry.getValue())
                        .ifPresent(keyword -> aliases.computeIfAbsent(entry.getKey(), name -> new HashSet<>())
                                .add(keyword));
            }
            if (entry.getValue() instanceof JsonObject definition
                    && definition.get("@context") instanceof JsonObject inner) {
                collect(inner, prefixes);
            }
        }
    }

    private static String full(String iri, Map<String, String> prefixes) {
        int colon = iri.indexOf(':');
        String prefix = colon < 0 ? null : prefixes.get(iri.substring(0, colon));
        return prefix == null ? iri : prefix + iri.substring(colon + 1);
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
        Map<String, String> prefixes = Map.of("cred", "https://www.w3.org/2018/credentials#");
        context.forEach((term, definition) -> {
            if (!Set.of("name", "description", "evidence", "id", "type").contains(term)) {
                iri(definition).map(iri -> full(iri, prefixes)).ifPresent(credentialIris::add);
            }
        });
    }

    private static Optional<String> iri(JsonValue definition) {
        return denoted(definition).filter(iri -> !iri.startsWith("@"));
    }

    private static Optional<String> keyword(JsonValue definition) {
        return denoted(definition).filter(iri -> iri.startsWith("@"));
    }

    private static Optional<String> denoted(JsonValue definition) {
        return switch (definition) {
            case JsonString text -> Optional.of(text.getString());
            case JsonObject object -> Json.string(object, "@id");
            default -> Optional.empty();
        };
    }
}
