package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.springframework.stereotype.Component;

/// Makes the proof of each issuer.
@Component
class Signatures {
    private final DataIntegrity integrity;

    Signatures(Vocabularies vocabularies) {
        this.integrity = vocabularies.integrity();
    }

    /// @param pointers what a later presentation may not leave out, in suites that disclose selectively
    /// @throws ContentException when the proof could not cover the document
    JsonObject sign(Keyring keys, IssuerSuite suite, JsonObject document, List<String> pointers, Instant now) {
        var key = keys.key(suite);
        var signer = key.signer(key.didKeyMethod());
        if (isPlainJson(suite.suite())) {
            integrity.checkLinkedData(document);
        }
        return integrity.sign(document, signer, ProofOptions.of(suite.suite(), now));
    }

    /// Whether the suite signs the spelling of a document, whatever it means.
    static boolean isPlainJson(Suite suite) {
        return switch (suite) {
            case EDDSA_JCS_2022, ECDSA_JCS_2019 -> true;
            case EDDSA_RDFC_2022, ECDSA_RDFC_2019 -> false;
        };
    }
}
