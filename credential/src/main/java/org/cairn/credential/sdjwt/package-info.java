/// Selectively disclosable tokens: SD-JWT (RFC 9901) and credentials in that form (SD-JWT VC).
///
/// An issuer signs digests in place of claims ([SdJwtVc#issue]); the holder passes on the claims of his choice
/// ([SdJwt#presenting]) and, where asked, proves that the token is his ([SdJwt#bound]); a verifier puts the claims
/// back in their places ([SdJwt#disclosed]) before it looks at any of them. Step numbers in comments are those of
/// RFC 9901, section 7.
@NullMarked
package org.cairn.credential.sdjwt;

import org.jspecify.annotations.NullMarked;
