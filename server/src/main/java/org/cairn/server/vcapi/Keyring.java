package org.cairn.server.vcapi;

/// The signing keys of one tenant. Each issuer has one key, whose `did:key` is its name; it never changes.
interface Keyring {

    /// The issuer's key, made on first need.
    IssuerKey key(IssuerSuite suite);
}
