package org.cairn.credential.did;

/// What came of looking for a verification method.
public sealed interface MethodLookup {

    /// There it is.
    ///
    /// @param authorised whether the document lists it for the purpose asked for
    record Found(VerificationMethod method, boolean authorised) implements MethodLookup {}

    /// There is one, but its key is of a kind that is not known here, or damaged.
    record OtherKind(String type) implements MethodLookup {}

    /// The document says something of it that cannot be read, such as when it ends.
    record Malformed(String did) implements MethodLookup {}

    /// The document does not have it.
    record NotListed(String did) implements MethodLookup {}

    /// There is no document; the resolution says why.
    record NoDocument(String did, DidResolution resolution) implements MethodLookup {}
}
