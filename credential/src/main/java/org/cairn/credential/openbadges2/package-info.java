/// Open Badges 2.0 as far as old badges have to be understood: nothing here issues one. An [Assertion] is
/// vouched for by being published where its issuer publishes ([HostingScope]), or by a signature with a key the
/// issuer publishes ([PublicKeyPem]); it is made out to an [IdentityHash]. Fetching and judging is the
/// verifier's part.
@NullMarked
package org.cairn.credential.openbadges2;

import org.jspecify.annotations.NullMarked;
