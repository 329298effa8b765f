package org.cairn.credential.did;

/// Finds the DID document of a DID. A host puts its own in front to answer its own DIDs from its database.
@FunctionalInterface
public interface DidResolver {

    DidResolution resolve(String did);
}
