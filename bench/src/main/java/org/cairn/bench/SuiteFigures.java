package org.cairn.bench;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.Suite;
import org.cairn.credential.selective.BaseProofOptions;
import org.cairn.credential.selective.Bbs2023;
import org.cairn.credential.selective.BbsSigner;
import org.cairn.credential.selective.Disclosures;
import org.cairn.credential.selective.EcdsaSd;

/// The table by format: the badge of [ABadge] signed and verified in every suite, from bytes to bytes. Of the suites
/// with selective disclosure, what is verified is a showing of the whole subject.
final class SuiteFigures {

    private static final Contexts CONTEXTS = Contexts.bundled();
    private static final DataIntegrity INTEGRITY = Disclosures.readBy(new DataIntegrity(CONTEXTS), CONTEXTS);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BaseProofOptions MANDATORY = BaseProofOptions.mandatory("/issuer", "/validFrom");
    private static final List<String> SHOWN = List.of("/credentialSubject");

    private SuiteFigures() {}

    private interface Signing {
        JsonObject sign(JsonObject unsigned) throws Exception;
    }

    static void run() throws Exception {
        System.out.println("| format | sign per second | verify per second |\n|---|---|---|");
        plain("eddsa-rdfc-2022", Suite.EDDSA_RDFC_2022, ABadge.key());
        plain("eddsa-jcs-2022", Suite.EDDSA_JCS_2022, ABadge.key());
        for (Curve curve : Curve.values()) {
            EcKey key = EcKey.generate(curve, RANDOM);
            plain("ecdsa-rdfc-2019, " + curve, Suite.ECDSA_RDFC_2019, key);
            plain("ecdsa-jcs-2019, " + curve, Suite.ECDSA_JCS_2019, key);
        }
        ecdsaSd();
        bbs();
    }

    private static void plain(String format, Suite suite, SigningKey key) throws Exception {
        Signer signer = key.signer(key.didKeyMethod());
        ProofOptions options = ProofOptions.of(suite, ABadge.NOW);
        Signing signing = unsigned -> INTEGRITY.sign(unsigned, signer, options);
        row(format, ABadge.unsigned(key.didKey()), signing, signed -> signed);
    }

    private static void ecdsaSd() throws Exception {
        EcdsaSd suite = new EcdsaSd(CONTEXTS);
        EcKey key = EcKey.generate(Curve.P256, RANDOM);
        Signer signer = key.signer(key.didKeyMethod());
        Signing signing = unsigned -> suite.sign(unsigned, MANDATORY, signer, RANDOM);
        row("ecdsa-sd-2023", ABadge.unsigned(key.didKey()), signing, signed -> suite.derive(signed, SHOWN));
    }

    private static void bbs() throws Exception {
        Bbs2023 suite = new Bbs2023(CONTEXTS);
        BbsKey key = BbsKey.generate(RANDOM);
        BbsSigner signer = BbsSigner.ofDidKey(key);
        Signing signing = unsigned -> suite.sign(unsigned, MANDATORY, signer, RANDOM);
        Signing showing = signed -> suite.derive(signed, SHOWN, new byte[0], RANDOM);
        row("bbs-2023", ABadge.unsigned(key.didKey()), signing, showing);
    }

    private static void row(String format, JsonObject badge, Signing signing, Signing showing) throws Exception {
        byte[] unsigned = Json.bytes(badge);
        byte[] shown = Json.bytes(showing.sign(signing.sign(badge)));
        double sign = Rate.perCpuSecond(() -> Json.bytes(signing.sign(Json.object(unsigned))));
        double verify = Rate.perCpuSecond(() -> verified(shown));
        System.out.printf("| %s | %,.0f | %,.0f |%n", format, sign, verify);
    }

    private static ProofResult verified(byte[] signed) {
        JsonObject badge = Json.object(signed);
        var proof = (Proof.Checkable) Proof.read(badge.getJsonObject("proof"));
        String method = proof.verificationMethod();
        VerificationKey key = VerificationKey.ofMultibase(method.substring(method.indexOf('#') + 1))
                .orElseThrow();
        ProofResult result = INTEGRITY.verify(badge, proof, key, ABadge.NOW);
        if (!(result instanceof ProofResult.Intact)) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }
}
