package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.cairn.credential.selective.BaseProofOptions;
import org.cairn.credential.selective.Bbs2023;
import org.cairn.credential.selective.BbsSigner;
import org.cairn.credential.selective.EcdsaSd;
import org.springframework.stereotype.Component;

/// Makes the proof of each issuer, and derives from base proofs what a holder wants to show.
@Component
class Signatures {
    private final DataIntegrity integrity;
    private final EcdsaSd ecdsaSd;
    private final Bbs2023 bbs;
    private final SecureRandom random = new SecureRandom();

    Signatures(Vocabularies vocabularies) {
        this.integrity = vocabularies.integrity();
        this.ecdsaSd = new EcdsaSd(vocabularies.contexts());
        this.bbs = new Bbs2023(vocabularies.contexts());
    }

    /// @param pointers what a later presentation may not leave out, in suites that disclose selectively
    /// @throws org.cairn.credential.proof.ContentException when the proof could not cover the document
    /// @throws org.cairn.credential.selective.DisclosureException when a pointer leads nowhere
    JsonObject sign(Keyring keys, IssuerSuite suite, JsonObject document, List<String> pointers, Instant now) {
        var base = new BaseProofOptions(pointers, Optional.of(now));
        return switch (keys.key(suite)) {
            case IssuerKey.Bbs(var key) -> bbs.sign(document, base, BbsSigner.ofDidKey(key), random);
            case IssuerKey.Plain(var key) -> {
                var signer = key.signer(key.didKeyMethod());
                yield suite.suite() == Suite.ECDSA_SD_2023
                        ? ecdsaSd.sign(document, base, signer, random)
                        : plain(suite.suite(), document, signer, now);
            }
        };
    }

    private JsonObject plain(Suite suite, JsonObject document, Signer signer, Instant now) {
        if (isPlainJson(suite)) {
            integrity.checkLinkedData(document);
        }
        return integrity.sign(document, signer, ProofOptions.of(suite, now));
    }

    /// What is mandatory and what the pointers select, with a proof of its own.
    ///
    /// @throws org.cairn.credential.selective.DisclosureException when there is nothing to derive from, or when a
    ///     pointer leads nowhere
    JsonObject derive(JsonObject secured, List<String> pointers) {
        var isBbs = Json.objects(secured, "proof").stream()
                .anyMatch(proof -> Json.string(proof, "cryptosuite").equals(Optional.of(Suite.BBS_2023.id())));
        return isBbs ? bbs.derive(secured, pointers, new byte[0], random) : ecdsaSd.derive(secured, pointers);
    }

    /// Whether the suite signs the spelling of a document, whatever it means.
    static boolean isPlainJson(Suite suite) {
        return switch (suite) {
            case EDDSA_JCS_2022, ECDSA_JCS_2019 -> true;
            case EDDSA_RDFC_2022, ECDSA_RDFC_2019, ECDSA_SD_2023, BBS_2023, ED25519_SIGNATURE_2020 -> false;
        };
    }
}
