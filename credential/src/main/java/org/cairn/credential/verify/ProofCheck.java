package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofProblem;
import org.cairn.credential.proof.ProofResult;

/// Data Integrity proofs. Where there are several, all of them have to hold.
final class ProofCheck {

    private static final int MAX_PROOFS = 5;

    private final DataIntegrity integrity;
    private final IssuerKeys keys;

    ProofCheck(DataIntegrity integrity, IssuerKeys keys) {
        this.integrity = integrity;
        this.keys = keys;
    }

    List<Finding> check(JsonObject credential, Optional<String> issuer, Instant now) {
        List<JsonValue> proofs = Json.list(credential, "proof");
        if (proofs.isEmpty()) {
            return List.of(integrity(FindingCode.NO_PROOF), issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
        }
        if (proofs.size() > MAX_PROOFS || !proofs.stream().allMatch(JsonObject.class::isInstance)) {
            return List.of(
                    integrity(FindingCode.PROOF_MALFORMED, "proof"), issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonValue proof : proofs) {
            findings.addAll(
                    switch (Proof.read(proof.asJsonObject())) {
                        case Proof.Unreadable unreadable ->
                            List.of(
                                    broken(unreadable.problem(), unreadable.detail()),
                                    issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
                        case Proof.Checkable checkable -> one(credential, checkable, issuer.orElse(""), now);
                    });
        }
        return findings;
    }

    private List<Finding> one(JsonObject credential, Proof.Checkable proof, String issuer, Instant now) {
        return switch (keys.find(proof.verificationMethod())) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(code, about));
            case KeyLookup.OtherKind(String kind) ->
                List.of(integrity(FindingCode.KEY_UNSUPPORTED, kind), issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
            case KeyLookup.Found found ->
                List.of(
                        signature(credential, proof, found, now),
                        SignatureCheck.issuer(issuer, found, proof.created().orElse(now)));
        };
    }

    private Finding signature(JsonObject credential, Proof.Checkable proof, KeyLookup.Found found, Instant now) {
        return switch (integrity.verify(credential, proof, found.key(), now)) {
            case ProofResult.Intact() -> integrity(FindingCode.PROOF_VALID);
            case ProofResult.Broken(ProofProblem problem, String detail) -> broken(problem, detail);
            case ProofResult.Unprocessable(ContentException.Code code, String detail) -> content(code, detail);
        };
    }

    private static Finding broken(ProofProblem problem, String detail) {
        return switch (problem) {
            case MALFORMED -> integrity(FindingCode.PROOF_MALFORMED, detail);
            case PURPOSE -> integrity(FindingCode.PROOF_PURPOSE_WRONG);
            case DOMAIN -> integrity(FindingCode.PROOF_DOMAIN_WRONG, detail);
            case CHALLENGE -> integrity(FindingCode.PROOF_CHALLENGE_WRONG);
            case CHAIN -> integrity(FindingCode.PROOF_CHAIN_BROKEN, detail);
            case CRYPTOSUITE -> integrity(FindingCode.CRYPTOSUITE_UNSUPPORTED, detail);
            case EXPIRED -> integrity(FindingCode.PROOF_EXPIRED, detail);
            case FROM_FUTURE -> integrity(FindingCode.PROOF_FROM_FUTURE, detail);
            case SIGNATURE -> integrity(FindingCode.PROOF_INVALID);
        };
    }

    private static Finding content(ContentException.Code code, String detail) {
        return switch (code) {
            case NOT_COVERED -> integrity(FindingCode.CONTENT_NOT_COVERED, detail);
            case REINTERPRETED -> integrity(FindingCode.CONTENT_REINTERPRETED, detail);
            case NOT_PROCESSABLE -> integrity(FindingCode.CONTENT_NOT_PROCESSABLE, detail);
            case TOO_COMPLEX -> integrity(FindingCode.CONTENT_TOO_COMPLEX);
            case CONTEXT_UNKNOWN -> integrity(FindingCode.CONTEXT_UNKNOWN, detail);
        };
    }
}
