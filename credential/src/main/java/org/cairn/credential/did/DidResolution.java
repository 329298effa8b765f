package org.cairn.credential.did;

import jakarta.json.JsonObject;

/// What came of resolving a DID.
public sealed interface DidResolution {

    /// The document, whose `id` equals the DID.
    record Resolved(JsonObject document) implements DidResolution {}

    /// Its place was reached and there is no such DID.
    record NotFound(String why) implements DidResolution {}

    /// Its place could not be reached; nothing is known.
    record Unreachable(String why) implements DidResolution {}

    /// We do not know this DID method.
    record Unsupported(String method) implements DidResolution {}

    /// The DID, or the document found for it, breaks the rules.
    record Invalid(String why) implements DidResolution {}
}
