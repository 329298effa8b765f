/// BBS signatures over BLS12-381 (IETF draft, ciphersuite BLS12-381-SHA-256): one signature over many messages, from
/// which anybody who holds it can prove some of the messages without showing the rest or the signature.
/// Start with [BbsKey] to sign and [BbsPublicKey] to check, prove and check proofs.
/// The curve itself is the blst library; it brings its own native code for Linux and macOS.
@NullMarked
package org.cairn.credential.bbs;

import org.jspecify.annotations.NullMarked;
