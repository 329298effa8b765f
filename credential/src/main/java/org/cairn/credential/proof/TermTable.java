package org.cairn.credential.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What every word means at one place of a document: a JSON-LD active context, worked out once. The contexts of types
/// and properties below it are worked out when first needed, by the general implementation, and kept. Thread-safe.
final class TermTable {

    /// What all tables of the same documents share.
    ///
    /// @param readable whether [PlainReading] lets a key pass
    private record Family(Predicate<String> readable, AtomicInteger kept) {}

    /// What a word is good for.
    ///
    /// @param meaning what it stands for, if that is an address
    private record Entry(Word word, Optional<String> meaning, boolean isScoped, boolean isPrefix) {

        static final Entry UNDEFINED = new Entry(Word.OTHER, Optional.empty(), false, false);
    }

    /// Real credentials use a few dozen; strangers must not fill the memory. Beyond it tables are made anew each time.
    private static final int MAX_KEPT = 64;

    private final Family family;
    private final ActiveContext context;
    private final @Nullable TermTable previous;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<List<String>, TermTable> byTypes = new ConcurrentHashMap<>();
    private final Map<Word.Property, TermTable> byProperty = new ConcurrentHashMap<>();
    private final String idKey;
    private final String typeKey;
    private final boolean plain;

    private TermTable(Family family, ActiveContext context, @Nullable TermTable previous) {
        this.family = family;
        this.context = context;
        this.previous = previous;
        List<String> idKeys = keysOf("@id");
        List<String> typeKeys = keysOf("@type");
        this.idKey = idKeys.isEmpty() ? "@id" : idKeys.getFirst();
        this.typeKey = typeKeys.isEmpty() ? "@type" : typeKeys.getFirst();
        this.plain = idKeys.size() <= 1
                && typeKeys.size() <= 1
                && keysOf("@value").isEmpty()
                && context.getDefaultLanguage() == null
                && context.getDefaultBaseDirection() == null;
    }

    private List<String> keysOf(String keyword) {
        return context.getTermsMapping().entrySet().stream()
                .filter(term -> keyword.equals(term.getValue().getUriMapping()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static TermTable root(ActiveContext context, Predicate<String> readable) {
        return new TermTable(new Family(readable, new AtomicInteger()), context, null);
    }

    /// The key that stands for `@id`.
    String idKey() {
        return idKey;
    }

    /// The key that stands for `@type`.
    String typeKey() {
        return typeKey;
    }

    /// What the key means. Where keywords have several names or texts a language by default, no key means anything.
    Word word(String key) {
        return entry(key).word;
    }

    /// What the word stands for, if it is one that stands for an address.
    Optional<String> meaning(String word) {
        return entry(word).meaning;
    }

    /// Whether a context holds inside objects of this type.
    boolean isScoped(String type) {
        return entry(type).isScoped;
    }

    boolean isDefined(String word) {
        return entries.containsKey(word) || context.containsTerm(word);
    }

    /// Whether the word may begin a compact address.
    boolean isPrefix(String word) {
        return entry(word).isPrefix;
    }

    /// Only what is defined is kept.
    private Entry entry(String word) {
        Entry known = entries.get(word);
        return known != null
                ? known
                : context.getTerm(word).map(term -> entered(word, term)).orElse(Entry.UNDEFINED);
    }

    private Entry entered(String word, TermDefinition term) {
        Entry entry = new Entry(
                plain && family.readable.test(word) ? Word.of(term) : Word.OTHER,
                Optional.ofNullable(term.getUriMapping()).filter(Quads::isIri),
                term.hasLocalContext(),
                term.isPrefix());
        Entry before = entries.putIfAbsent(word, entry);
        return before == null ? entry : before;
    }

    /// The table that an object inside this one begins with: what holds for a type ends at the next object
    /// (JSON-LD 1.1 API, 5.1.2, step 7).
    TermTable reverted() {
        return previous == null ? this : previous;
    }

    /// The table inside the property (step 8).
    ///
    /// @param property as defined where the property stands, which need not be here
    TermTable inside(Word.Property property) throws JsonLdError {
        JsonValue scope = property.scope();
        if (scope == null) {
            return this;
        }
        TermTable known = byProperty.get(property);
        if (known != null) {
            return known;
        }
        ActiveContext inner = context.newContext().overrideProtected(true).create(scope, (URI) null);
        return kept(byProperty, property, below(inner));
    }

    /// The table for an object of these types, which have to be scoped and in order (step 11).
    TermTable of(List<String> types) throws JsonLdError {
        TermTable known = byTypes.get(types);
        if (known != null) {
            return known;
        }
        ActiveContext inner = context;
        for (String type : types) {
            JsonValue scope = context.getTerm(type).orElseThrow().getLocalContext();
            inner = inner.newContext().propagate(false).create(scope, null);
        }
        return kept(byTypes, List.copyOf(types), below(inner));
    }

    private TermTable below(ActiveContext inner) {
        ActiveContext before = inner.getPreviousContext();
        if (before == null) {
            return new TermTable(family, inner, null);
        }
        if (before == context) {
            return new TermTable(family, inner, this);
        }
        if (previous != null && before == previous.context) {
            return new TermTable(family, inner, previous);
        }
        throw new IllegalStateException("a context comes after one that was never seen");
    }

    private <K> TermTable kept(Map<K, TermTable> tables, K key, TermTable table) {
        if (family.kept.get() < MAX_KEPT) {
            family.kept.incrementAndGet();
            tables.put(key, table);
        }
        return table;
    }
}
