package org.cairn.credential.proof;

import com.apicatalog.jsonld.context.TermDefinition;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a key of a JSON object means at its place in a document, as far as the [ShortWay] knows.
sealed interface Word {

    /// The object's identifier.
    record Id() implements Word {}

    /// The object's types.
    record Type() implements Word {}

    /// Something for the general way: a keyword, an index, a language by default, a word that needs a closer look.
    record Other() implements Word {}

    /// A property. Two are never equal, so that one can stand for its place in a context.
    final class Property implements Word {

        private final String iri;
        private final @Nullable String type;
        private final boolean graph;
        private final boolean list;
        private final boolean languages;
        private final @Nullable JsonValue scope;

        private Property(TermDefinition definition) {
            this.iri = definition.getUriMapping();
            this.type = definition.getTypeMapping();
            this.graph = definition.hasContainerMapping("@graph");
            this.list = definition.hasContainerMapping("@list");
            this.languages = definition.hasContainerMapping("@language");
            this.scope = definition.getLocalContext();
        }

        String iri() {
            return iri;
        }

        /// Whether a text is the address of a thing.
        boolean refers() {
            return "@id".equals(type);
        }

        /// Whether a text is a word for a thing.
        boolean names() {
            return "@vocab".equals(type);
        }

        /// The datatype of values, where the context gives one.
        @Nullable
        String datatype() {
            return refers() || names() ? null : type;
        }

        /// Whether each value is a graph of its own.
        boolean isGraph() {
            return graph;
        }

        /// Whether the order of values counts.
        boolean isList() {
            return list;
        }

        /// Whether the value is a map from languages to texts.
        boolean isByLanguage() {
            return languages;
        }

        /// The context that holds inside.
        @Nullable
        JsonValue scope() {
            return scope;
        }
    }

    Word ID = new Id();
    Word TYPE = new Type();
    Word OTHER = new Other();

    /// Containers that change nothing, or are understood here.
    Set<Set<String>> CONTAINERS = Set.of(
            Set.of(), Set.of("@set"), Set.of("@graph"), Set.of("@graph", "@set"), Set.of("@list"), Set.of("@language"));

    static Word of(TermDefinition definition) {
        String iri = definition.getUriMapping();
        if ("@id".equals(iri)) {
            return ID;
        }
        if ("@type".equals(iri)) {
            return TYPE;
        }
        return iri != null && Quads.isIri(iri) && isSimple(definition) ? new Property(definition) : OTHER;
    }

    private static boolean isSimple(TermDefinition definition) {
        String type = definition.getTypeMapping();
        boolean plainType = type == null || type.equals("@id") || type.equals("@vocab") || Quads.isIri(type);
        return plainType
                && CONTAINERS.contains(Set.copyOf(definition.getContainerMapping()))
                && !definition.isReverseProperty()
                && definition.getNestValue() == null
                && definition.getIndexMapping() == null
                && definition.getLanguageMapping() == null
                && definition.getDirectionMapping() == null;
    }
}
