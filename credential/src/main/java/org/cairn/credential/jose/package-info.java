/// Signed tokens: compact JWS (RFC 7515) and the ways credentials travel in one: the Open Badges profile of VC-JWT
/// ([OpenBadgeJwt]) and VC-JOSE-COSE ([JoseCredential]).
///
/// This is code of our own rather than a JOSE library. A credential needs one serialisation, four algorithms
/// and a header of five members; a library brings encryption, shared secrets, compression, unencoded payloads
/// and key fetching, each of them a thing to switch off, and reads JSON by a parser of its own, so that a token
/// could mean one thing to it and another to the rest of this library (duplicate members, depth, numbers). Keys
/// and signatures are those of [org.cairn.credential.key], so the algorithm follows from the key and a token
/// can only agree with it or fail: there is no `none`, no HMAC, and no key of one kind under the name of
/// another (RFC 8725, sections 3.1 and 3.2). Project Wycheproof's JWS and JWK cases are its tests.
@NullMarked
package org.cairn.credential.jose;

import org.jspecify.annotations.NullMarked;
