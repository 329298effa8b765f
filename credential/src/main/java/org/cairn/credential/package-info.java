/// Educational credentials without a platform: build, sign, bake, publish status, and verify.
///
/// Start with [org.cairn.credential.badge.OpenBadge], and sign it with
/// [org.cairn.credential.proof.DataIntegrity] (a proof inside), [org.cairn.credential.jose.JoseCredential] or
/// [org.cairn.credential.jose.OpenBadgeJwt] (a signed token); [org.cairn.credential.sdjwt.SdJwtVc] and
/// [org.cairn.credential.selective] are for what is shown in parts. [org.cairn.credential.verify.Verifier]
/// reads all of these, and Open Badges 2.0 as well.
@NullMarked
package org.cairn.credential;

import org.jspecify.annotations.NullMarked;
