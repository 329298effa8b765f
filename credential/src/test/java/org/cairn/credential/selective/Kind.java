package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofResult;

/// Both suites seen alike, each with an issuer of its own.
enum Kind {
    ECDSA(EcdsaSd.SUITE) {
        @Override
        JsonObject sign(JsonObject document, BaseProofOptions options) {
            return ECDSA_SD.sign(document, options, EC_KEY.signer(EC_KEY.didKeyMethod()), RANDOM);
        }

        @Override
        JsonObject derive(JsonObject base, List<String> pointers) {
            return ECDSA_SD.derive(base, pointers);
        }

        @Override
        VerificationKey key() {
            return EC_KEY.publicKey();
        }

        @Override
        String didKey() {
            return EC_KEY.didKey();
        }
    },
    BBS(Bbs2023.SUITE) {
        @Override
        JsonObject sign(JsonObject document, BaseProofOptions options) {
            return BBS_2023.sign(document, options, BbsSigner.ofDidKey(BBS_KEY), RANDOM);
        }

        @Override
        JsonObject derive(JsonObject base, List<String> pointers) {
            return BBS_2023.derive(base, pointers, new byte[0], RANDOM);
        }

        @Override
        VerificationKey key() {
            return BBS_KEY.publicKey().general();
        }

        @Override
        String didKey() {
            return BBS_KEY.didKey();
        }
    };

    static final DataIntegrity INTEGRITY = Disclosures.readBy(new DataIntegrity(Examples.CONTEXTS), Examples.CONTEXTS);
    static final SecureRandom RANDOM = new SecureRandom();
    static final EcdsaSd ECDSA_SD = new EcdsaSd(Badges.CONTEXTS);
    static final Bbs2023 BBS_2023 = new Bbs2023(Badges.CONTEXTS);
    static final EcKey EC_KEY = EcKey.generate(Curve.P256, RANDOM);
    static final BbsKey BBS_KEY = BbsKey.generate(RANDOM);

    private final String cryptosuite;

    Kind(String cryptosuite) {
        this.cryptosuite = cryptosuite;
    }

    abstract JsonObject sign(JsonObject document, BaseProofOptions options);

    abstract JsonObject derive(JsonObject base, List<String> pointers);

    abstract VerificationKey key();

    abstract String didKey();

    String cryptosuite() {
        return cryptosuite;
    }

    JsonObject sign(JsonObject document, String... mandatory) {
        return sign(
                document, new BaseProofOptions(List.of(mandatory), Optional.of(Badges.NOW.minus(Duration.ofDays(1)))));
    }

    JsonObject derive(JsonObject base, String... pointers) {
        return derive(base, List.of(pointers));
    }

    ProofResult verify(JsonObject derived) {
        return verify(derived, key());
    }

    /// What comes of the one proof of the document.
    static ProofResult verify(JsonObject derived, VerificationKey key) {
        return switch (Proof.read(derived.getJsonObject("proof"))) {
            case Proof.Checkable proof -> INTEGRITY.verify(derived, proof, key, Badges.NOW);
            case Proof.Unreadable unreadable -> new ProofResult.Broken(unreadable.problem(), unreadable.detail());
        };
    }

    boolean accepts(JsonObject derived) {
        return verify(derived) instanceof ProofResult.Intact;
    }

    /// The badge of the tests, issued by the suite's key.
    JsonObject aBadge() {
        return issuedByUs(Badges.aBadge().toJson());
    }

    JsonObject issuedByUs(JsonObject badge) {
        return Json.PROVIDER.createPointer("/issuer/id").replace(badge, Json.PROVIDER.createValue(didKey()));
    }
}
