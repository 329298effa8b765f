package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/// Reads documents into statements for the suites that sign and show statements one by one. Thread-safe.
public final class StatementReader {

    private final Canonical canonical;
    private final Expander expander;
    private final RdfcTransformation transformation;

    public StatementReader(Contexts contexts) {
        this.canonical = new Canonical(contexts);
        this.expander = new Expander(contexts);
        this.transformation = new RdfcTransformation(canonical);
    }

    /// The statements of a document that is to be signed or was signed, after every check that any such document has
    /// to pass.
    ///
    /// @throws ContentException when some of it could not be covered by a signature
    public Statements checked(JsonObject document) {
        return new Statements(canonical.read(document));
    }

    /// The expanded form of a part or variant of a checked document.
    public JsonArray expanded(JsonObject document) {
        return expander.expand(Documents.unwrapped(document));
    }

    /// The statements of an expanded part or variant of a checked document.
    public Statements of(JsonArray expanded) {
        return new Statements(Dataset.of(expanded));
    }

    /// The canonical statements of a proof's options, read in the context of their document.
    public String ofOptions(JsonObject document, JsonObject options) {
        return transformation.options(new Cryptosuite.Covered(document, options), Hash.SHA_256);
    }

    /// The document, with a context for proofs if it had none.
    public static JsonObject withProofContext(JsonObject document) {
        return RdfcTransformation.withProofContext(document);
    }
}
