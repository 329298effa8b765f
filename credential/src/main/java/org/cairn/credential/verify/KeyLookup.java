package org.cairn.credential.verify;

import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.did.VerificationMethod;
import org.cairn.credential.key.VerificationKey;

/// What came of looking for the key of a signature.
sealed interface KeyLookup {

    /// The key, as its owner publishes it.
    ///
    /// @param authorised whether its owner uses it for the purpose asked for
    record Found(VerificationMethod method, boolean authorised) implements KeyLookup {

        VerificationKey key() {
            return method.key();
        }

        String controller() {
            return method.controller();
        }

        /// Why the key did not count when it signed, if that is so.
        Optional<Finding> ended(Instant signedAt) {
            return method.revoked()
                    .filter(end -> !signedAt.isBefore(end))
                    .map(end -> SignatureCheck.issuerFinding(FindingCode.ISSUER_KEY_REVOKED, end.toString()))
                    .or(() -> method.expires()
                            .filter(end -> !signedAt.isBefore(end))
                            .map(end -> SignatureCheck.issuerFinding(FindingCode.ISSUER_KEY_EXPIRED, end.toString())));
        }
    }

    /// There is one, but of a kind that is not supported here.
    record OtherKind(String kind) implements KeyLookup {}

    /// It could not be had; the finding says why.
    record Failed(FindingCode code, String about) implements KeyLookup {}
}
