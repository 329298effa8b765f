package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;

/// Makes sure that the plain JSON reading of a document and its signed meaning are the same.
///
/// A Data Integrity proof covers statements, not spelling. Whoever may add an inline context can respell a signed
/// credential: call the description "name", or hide `credentialStatus` behind a word of their own, and the signature
/// still holds. So the words of the bundled contexts, and the things they denote, are not to be touched by inline
/// contexts, full addresses or keywords. (VC Data Integrity 1.0, 2.4.1, asks for context validation.)
final class PlainReading {

    /// Contexts named and objects held by one document; both cost time to process.
    private static final int MAX_CONTEXTS = 256;

    static final int MAX_OBJECTS = 5_000;

    private static final int MAX_OWN_WORDS = 1_000;
    private static final int MAX_PREFIX_STEPS = 3;

    private static final Set<String> KEYWORDS =
            Set.of("@context", "@id", "@type", "@value", "@language", "@direction", "@list", "@set");
    private static final Set<String> CONTEXT_KEYWORDS =
            Set.of("@version", "@vocab", "@language", "@direction", "@protected", "@propagate", "@base");

    private final Contexts contexts;
    private final Vocabulary vocabulary;
    private final FreeWords free;
    private final Set<Vocabulary> aside = new HashSet<>();
    private final Set<String> vocabs = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Set<String>> inline = new HashMap<>();
    private int contextCount;
    private int objectCount;

    private PlainReading(Contexts contexts, Vocabulary vocabulary) {
        this.contexts = contexts;
        this.vocabulary = vocabulary;
        this.free = new FreeWords(vocabulary);
    }

    static void check(JsonObject document, Contexts contexts, Vocabulary vocabulary) {
        PlainReading reading = new PlainReading(contexts, vocabulary);
        reading.visit(document);
        if (document.containsKey("@id") || document.containsKey("@type")) {
            throw new ContentException(Code.REINTERPRETED, "@id or @type in place of id and type");
        }
        reading.checkWords();
    }

    /// All words are in force first. What passes so is never looked at otherwise, and neither is a document that may
    /// not have words of its own for those of Open Badges.
    private void checkWords() {
        Optional<String> fault = fault();
        if (fault.isPresent() && free.isAny()) {
            free.release();
            fault = fault();
        }
        fault.ifPresent(term -> {
            throw new ContentException(Code.REINTERPRETED, term);
        });
    }

    /// A word that means something else in the document.
    private Optional<String> fault() {
        Stream<String> read = Stream.concat(keys.stream(), free.keys()).filter(this::isGuarded);
        Stream<String> defined = inline.entrySet().stream()
                .filter(it -> isRedefined(it.getKey(), it.getValue()))
                .map(Map.Entry::getKey);
        return Stream.concat(read, defined).findFirst();
    }

    /// What [#check] says of the keys of a document that has this value of `@context` and no context further inside.
    ///
    /// @throws ContentException when it would refuse the context
    static Predicate<String> keysUnder(JsonValue context, Contexts contexts, Vocabulary vocabulary) {
        PlainReading reading = new PlainReading(contexts, vocabulary);
        reading.context(context);
        reading.fault().ifPresent(term -> {
            throw new ContentException(Code.REINTERPRETED, term);
        });
        return key -> !key.startsWith("@") && (reading.isOrdinary(key) || !reading.isGuarded(key));
    }

    /// A bundled word, which nothing can give another meaning, and no other spelling of one.
    private boolean isOrdinary(String key) {
        return vocabulary.isTerm(key) && !vocabulary.isRespelling(key);
    }

    private void visit(JsonValue value) {
        switch (value) {
            case JsonObject object -> visitObject(object);
            case JsonArray array -> array.forEach(this::visit);
            case JsonString text -> free.text(text.getString());
            default -> {}
        }
    }

    private void visitObject(JsonObject object) {
        if (++objectCount > MAX_OBJECTS) {
            throw new ContentException(Code.TOO_COMPLEX, "more than " + MAX_OBJECTS + " objects");
        }
        free.object(object, objectCount == 1);
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            String name = member.getKey();
            if (name.equals("@context")) {
                context(member.getValue());
                continue;
            }
            if (name.startsWith("@") && !KEYWORDS.contains(name)) {
                throw new ContentException(Code.REINTERPRETED, name);
            }
            if (!isOrdinary(name)) {
                remember(name);
            }
            visit(member.getValue());
        }
    }

    private void context(JsonValue context) {
        if (++contextCount > MAX_CONTEXTS) {
            throw new ContentException(Code.TOO_COMPLEX, "more than " + MAX_CONTEXTS + " contexts");
        }
        switch (context) {
            case JsonString address -> named(address.getString());
            case JsonArray several -> several.forEach(this::context);
            case JsonObject inline -> inline(inline);
            default -> throw new ContentException(Code.REINTERPRETED, "@context " + context);
        }
    }

    private void named(String address) {
        if (contexts.document(address).isEmpty()) {
            throw new ContentException(Code.CONTEXT_UNKNOWN, address);
        }
        free.context(address);
        if (contexts.isForeign(address)) {
            context(contexts.document(address).orElseThrow().getOrDefault("@context", JsonValue.NULL));
        }
        vocabulary.aside(address).ifPresent(other -> {
            aside.add(other);
            vocabs.addAll(other.vocabs());
        });
    }

    private void remember(String key) {
        keys.add(key);
        if (keys.size() > MAX_OWN_WORDS) {
            throw new ContentException(Code.TOO_COMPLEX, "more than " + MAX_OWN_WORDS + " words of its own");
        }
    }

    private void inline(JsonObject context) {
        free.context(context);
        for (Map.Entry<String, JsonValue> entry : context.entrySet()) {
            String term = entry.getKey();
            if (term.startsWith("@") && !CONTEXT_KEYWORDS.contains(term)) {
                throw new ContentException(Code.REINTERPRETED, term);
            }
            if (term.equals("@vocab") && entry.getValue() instanceof JsonString vocab) {
                vocabs.add(vocab.getString());
            } else if (!term.startsWith("@")) {
                definition(term, entry.getValue());
            }
        }
    }

    private void definition(String term, JsonValue definition) {
        switch (definition) {
            case JsonString iri -> denotes(term, iri.getString());
            case JsonObject object -> {
                denotes(term, Json.string(object, "@id").orElse(term));
                if (object.containsKey("@reverse") || object.containsKey("@nest") || object.containsKey("@index")) {
                    throw new ContentException(Code.REINTERPRETED, term);
                }
                if (object.containsKey("@context")) {
                    context(object.get("@context"));
                }
            }
            default -> denotes(term, ""); // null takes the meaning away
        }
    }

    private void denotes(String term, String iri) {
        if (iri.startsWith("@") && !iri.equals("@id") && !iri.equals("@type")) {
            throw new ContentException(Code.REINTERPRETED, term);
        }
        inline.computeIfAbsent(term, name -> new HashSet<>()).add(iri);
        if (inline.size() > MAX_OWN_WORDS) {
            throw new ContentException(Code.TOO_COMPLEX, "more than " + MAX_OWN_WORDS + " words of its own");
        }
    }

    /// A bundled word may be defined again only as what it means anyway, and no new word may mean the same as one.
    private boolean isRedefined(String term, Set<String> iris) {
        boolean isFree = free.isFree(term);
        return meanings(iris, MAX_PREFIX_STEPS).stream().anyMatch(meaning -> {
            boolean taken =
                    isFree ? !isAddress(meaning) || vocabulary.isGuarded(meaning) : isTaken(vocabulary, term, meaning);
            return taken || aside.stream().anyMatch(other -> isTaken(other, term, meaning));
        });
    }

    /// Neither taken away nor a keyword.
    private static boolean isAddress(String meaning) {
        return !meaning.isEmpty() && !meaning.startsWith("@");
    }

    private static boolean isTaken(Vocabulary vocabulary, String term, String meaning) {
        boolean same = vocabulary.meanings(term).equals(Set.of(meaning)) || vocabulary.isAlias(term, meaning);
        return !same && (vocabulary.isTerm(term) || vocabulary.isGuarded(meaning));
    }

    private boolean isGuarded(String key) {
        boolean respelt = aside.stream().anyMatch(other -> other.isRespelling(key));
        return respelt || (!isInForce(key) && !isTermAside(key) && meansAnotherWord(key));
    }

    private boolean isInForce(String key) {
        return vocabulary.isTerm(key) && !free.isFree(key);
    }

    private boolean isTermAside(String key) {
        return aside.stream().anyMatch(other -> other.isTerm(key));
    }

    private boolean meansAnotherWord(String key) {
        return meanings(Set.of(key), MAX_PREFIX_STEPS).stream()
                .anyMatch(iri -> vocabulary.isGuarded(iri) || aside.stream().anyMatch(other -> other.isGuarded(iri)));
    }

    /// Everything the words could denote by any prefix or default vocabulary in sight.
    private Set<String> meanings(Set<String> words, int steps) {
        Set<String> result = new HashSet<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            if (colon < 0) {
                vocabs.forEach(vocab -> result.add(vocab + word));
            } else if (steps > 0) {
                String local = word.substring(colon + 1);
                meanings(prefix(word.substring(0, colon)), steps - 1).forEach(iri -> result.add(iri + local));
            }
            result.add(word);
        }
        return result;
    }

    private Set<String> prefix(String name) {
        Set<String> result = new HashSet<>(inline.getOrDefault(name, Set.of()));
        result.addAll(vocabulary.meanings(name));
        aside.forEach(other -> result.addAll(other.meanings(name)));
        return result;
    }
}
