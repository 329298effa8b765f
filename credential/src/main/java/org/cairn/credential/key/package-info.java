/// Ed25519 keys and their written forms: multibase base58, Multikey and `did:key`.
/// Secrets cannot print themselves; the one way out is [Ed25519Key#exportSecretKey()].
@NullMarked
package org.cairn.credential.key;

import org.jspecify.annotations.NullMarked;
