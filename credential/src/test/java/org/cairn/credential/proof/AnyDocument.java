package org.cairn.credential.proof;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;

/// Makes up credentials: mostly as real ones are, now and then with whatever else JSON-LD knows, and with mistakes.
final class AnyDocument {

    /// The bundled contexts and some that use every means of JSON-LD.
    static final Contexts CONTEXTS = Badges.CONTEXTS
            .with("https://example.org/words", context("""
                    "d": {"@id": "urn:d", "@type": "http://www.w3.org/2001/XMLSchema#double"},
                    "j": {"@id": "urn:j", "@type": "@json"},
                    "l": {"@id": "urn:l", "@container": "@list"},
                    "lr": {"@id": "urn:lr", "@type": "@id", "@container": "@list"},
                    "m": {"@id": "urn:m", "@container": "@language"},
                    "x": {"@id": "urn:x", "@container": "@index"},
                    "s": {"@id": "urn:s", "@container": "@set"},
                    "g": {"@id": "urn:g", "@container": "@graph"},
                    "gs": {"@id": "urn:gs", "@type": "@id", "@container": ["@graph", "@set"]},
                    "r": {"@id": "urn:r", "@type": "@id"},
                    "t": {"@id": "urn:t", "@type": "@vocab"},
                    "none": {"@id": "urn:none", "@type": "@none"},
                    "en": {"@id": "urn:en", "@language": "en"},
                    "rtl": {"@id": "urn:rtl", "@direction": "rtl"},
                    "back": {"@reverse": "urn:back"},
                    "nothing": null,
                    "p": {"@id": "urn:p:", "@prefix": true},
                    "u": "urn:u",
                    "scoped": {"@id": "urn:scoped", "@context": {"u": "urn:scoped:u", "within": "urn:within"}},
                    "Thing": {"@id": "urn:Thing", "@context": {"u": "urn:thing:u", "only": "urn:only",
                              "r": "urn:thing:r", "lone": {"@id": "urn:lone", "@context": {"u": "urn:lone:u"}}}},
                    "Lasting": {"@id": "urn:Lasting", "@context": {"@propagate": true, "u": "urn:lasting:u"}}"""))
            .with("https://example.org/other-names", context("\"ident\": \"@id\", \"kind\": \"@type\""))
            .with("https://example.org/keywords", context("\"v\": \"@value\", \"graph\": \"@graph\""))
            .with("https://example.org/spanish", context("\"@language\": \"es\""))
            .with("https://example.org/arabic", context("\"@direction\": \"rtl\""))
            .with("https://example.org/vocab", context("\"@vocab\": \"urn:v:\""))
            .withForeign(Map.of("https://example.org/foreign", context("""
                    "mine": {"@id": "urn:foreign", "@context": {"u": "urn:foreign:u"}}, "f": "urn:f\"""")));

    private static final List<String> KEYS =
            List.of("name", "description", "d", "l", "m", "s", "g", "gs", "r", "t", "u", "u", "scoped");
    private static final List<String> ODD_KEYS = List.of(
            "lr",
            "j",
            "x",
            "none",
            "en",
            "rtl",
            "back",
            "nothing",
            "undefined",
            "p:a",
            "urn:full",
            "@id",
            "@index",
            "kind",
            "ident",
            "v",
            "graph",
            "@set",
            "mine",
            "mine",
            "f",
            "expiration",
            "alumniOf");
    private static final Map<String, List<String>> KEYS_OF_TYPE = Map.of(
            "Achievement", List.of("alignment", "resultDescription", "image", "creditsAvailable", "tag"),
            "AchievementSubject", List.of("achievement", "identifier", "result"),
            "Alignment", List.of("targetName", "targetUrl"),
            "ResultDescription", List.of("allowedValue", "resultType"),
            "VerifiableCredential", List.of("proof", "evidence", "validFrom", "issuer"),
            "Thing", List.of("only", "lone"));
    private static final List<String> TYPES = List.of(
            "Achievement",
            "AchievementSubject",
            "Profile",
            "Alignment",
            "Image",
            "ResultDescription",
            "VerifiableCredential",
            "Thing",
            "Lasting",
            "urn:type");
    private static final Set<String> GRAPHS = Set.of("g", "gs", "proof");
    private static final Set<String> REFERENCES = Set.of("r", "t", "image", "evidence", "issuer");
    private static final List<String> ADDRESSES = List.of(
            "urn:a", "urn:b", "did:example:c", "https://example.org/d", "urn:é", "mailto:e@example.org", "urn:a");
    private static final List<String> ODD_ADDRESSES =
            List.of("relative", "p:compact", "_:blank", "urn:root", "", "urn:with space", "u", "@x", "d:");
    private static final List<String> TEXTS = List.of(
            "a", "b", "", "é", "\ud83d\ude00", "\"\\\n\t\u0001\u007f", "\ufb01", "2026-11-24T12:00:00Z", "Thing");
    private static final List<String> MORE_CONTEXTS = List.of(
            "\"https://example.org/other-names\"",
            "\"https://example.org/keywords\"",
            "\"https://example.org/spanish\"",
            "\"https://example.org/arabic\"",
            "\"https://example.org/vocab\"",
            "\"https://w3id.org/security/data-integrity/v2\"",
            "\"https://example.org/unknown\"",
            "\"https://example.org/foreign\"",
            "\"https://w3id.org/security/v1\"",
            "\"https://www.w3.org/ns/credentials/examples/v2\"",
            "\"https://www.w3.org/ns/credentials/undefined-terms/v2\"",
            "{\"mine\": \"urn:mine\"}",
            "{\"name\": \"urn:not-a-name\"}");

    private final Random random;

    AnyDocument(long seed) {
        this.random = new Random(seed);
    }

    JsonObject next() {
        String more = oneIn(4) ? ", " + any(MORE_CONTEXTS) : "";
        JsonObjectBuilder document = Json.PROVIDER.createObjectBuilder(Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                              "https://example.org/words"%s],
                 "type": ["VerifiableCredential", "OpenBadgeCredential"]}""".formatted(more)));
        if (!oneIn(8)) {
            document.add("id", "urn:root");
        }
        members(document, 0, KEYS);
        return document.add("credentialSubject", node(1)).build();
    }

    private JsonObject node(int depth) {
        JsonObjectBuilder node = Json.PROVIDER.createObjectBuilder();
        List<String> keys = new ArrayList<>(KEYS);
        if (oneIn(2)) {
            node.add("id", address());
        }
        if (!oneIn(3)) {
            List<String> types = random.ints(random.nextInt(3), 0, TYPES.size())
                    .mapToObj(TYPES::get)
                    .toList();
            types.forEach(type -> keys.addAll(KEYS_OF_TYPE.getOrDefault(type, List.of())));
            node.add("type", types(types));
        }
        if (!oneIn(5)) {
            members(node, depth, keys);
        }
        return node.build();
    }

    private JsonValue types(List<String> types) {
        if (types.size() == 1 && random.nextBoolean()) {
            return Json.PROVIDER.createValue(types.getFirst());
        }
        JsonArrayBuilder several = Json.PROVIDER.createArrayBuilder();
        types.forEach(several::add);
        return several.build();
    }

    private void members(JsonObjectBuilder node, int depth, List<String> keys) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            member(node, oneIn(40) ? any(ODD_KEYS) : any(keys), depth);
        }
    }

    private void member(JsonObjectBuilder node, String key, int depth) {
        boolean fitting = !oneIn(40);
        if (fitting && GRAPHS.contains(key)) {
            node.add(key, depth > 2 ? JsonValue.EMPTY_JSON_ARRAY : node(depth + 1));
        } else if (fitting && key.equals("m")) {
            node.add(key, Json.object("{\"de\": \"%s\", \"EN-gb\": [\"y\", \"z\"]}".formatted(oneIn(2) ? "a" : "é")));
        } else if (fitting && REFERENCES.contains(key)) {
            node.add(key, depth > 2 || oneIn(2) ? Json.PROVIDER.createValue(address()) : node(depth + 1));
        } else {
            node.add(key, values(depth));
        }
    }

    private JsonValue values(int depth) {
        if (!oneIn(3)) {
            return value(depth);
        }
        JsonArrayBuilder several = Json.PROVIDER.createArrayBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            several.add(
                    oneIn(60)
                            ? Json.PROVIDER
                                    .createArrayBuilder()
                                    .add(value(depth))
                                    .build()
                            : value(depth));
        }
        return several.build();
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 2 ? 8 : 12)) {
            case 0 -> Json.PROVIDER.createValue(random.nextInt(-3, 3));
            case 1 -> Json.PROVIDER.createValue(random.nextInt(50) / 4.0);
            case 2 -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.NULL;
            case 3, 4 -> Json.PROVIDER.createValue(address());
            case 5 -> oneIn(20) ? valueObject() : Json.PROVIDER.createValue(any(TEXTS));
            case 6, 7 -> Json.PROVIDER.createValue(any(TEXTS));
            default -> node(depth + 1);
        };
    }

    private JsonValue valueObject() {
        return Json.object(any(List.of(
                "{\"@value\": \"x\", \"@language\": \"de\", \"@direction\": \"ltr\"}",
                "{\"@value\": 5}",
                "{\"@list\": [1, \"a\"]}",
                "{\"@set\": [1, 1]}",
                "{\"@id\": \"urn:keyword\"}",
                "{\"de\": \"x\", \"en\": [\"y\", \"z\"]}")));
    }

    private String address() {
        return oneIn(40) ? any(ODD_ADDRESSES) : any(ADDRESSES);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private static JsonObject context(String terms) {
        return Json.object("{\"@context\": {" + terms + "}}");
    }
}
