/// Keys and their written forms: Multikey (multibase base58), JWK and `did:key`.
/// [VerificationKey] is any public key, [SigningKey] any secret one in memory, [Signer] whatever can sign.
/// Secrets cannot print themselves; the ways out are called `exportSecret…`.
@NullMarked
package org.cairn.credential.key;

import org.jspecify.annotations.NullMarked;
