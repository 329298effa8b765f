package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.selective.BaseProofOptions;
import org.cairn.credential.selective.Bbs2023;
import org.cairn.credential.selective.BbsSigner;
import org.cairn.credential.selective.EcdsaSd;
import org.junit.jupiter.api.Test;

/// The verifier knows derived proofs of both suites as it knows any other, and takes no base proof.
class DisclosedTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EcKey EC = EcKey.generate(Curve.P256, RANDOM);
    private static final BbsKey BBS = BbsKey.generate(RANDOM);
    private static final EcdsaSd ECDSA_SD = new EcdsaSd(Badges.CONTEXTS);
    private static final Bbs2023 BBS_2023 = new Bbs2023(Badges.CONTEXTS);
    private static final BaseProofOptions OPTIONS = BaseProofOptions.mandatory("/issuer");

    @Test
    void a_badge_with_a_derived_proof_of_ecdsa_is_valid_and_one_with_the_base_proof_is_not() {
        JsonObject base = ECDSA_SD.sign(badge(EC.didKey()), OPTIONS, EC.signer(EC.didKeyMethod()), RANDOM);

        assertThat(Checking.verify(ECDSA_SD.derive(base, List.of(""))).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(Checking.verify(base).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void a_badge_with_a_derived_proof_of_bbs_is_valid_and_one_with_the_base_proof_is_not() {
        JsonObject base = BBS_2023.sign(badge(BBS.didKey()), OPTIONS, BbsSigner.ofDidKey(BBS), RANDOM);
        JsonObject derived = BBS_2023.derive(base, List.of(""), new byte[0], RANDOM);

        assertThat(Checking.verify(derived).verdict()).isEqualTo(Verdict.VALID);
        assertThat(Checking.verify(Checking.set(derived, "/name", "'Another name'"))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
        assertThat(Checking.verify(base).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private static JsonObject badge(String issuer) {
        return Json.PROVIDER
                .createPointer("/issuer/id")
                .replace(Badges.aBadge().toJson(), Json.PROVIDER.createValue(issuer));
    }
}
