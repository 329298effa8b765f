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
import org.cairn.credential.proof.VerificationOptions;

/// Data Integrity proofs. Where there are several, all of them have to hold.
final class ProofCheck {

    private static final int MAX_PROOFS = 5;

    private final DataIntegrity integrity;
    private final IssuerKeys keys;

    ProofCheck(DataIntegrity integrity, IssuerKeys keys) {
        this.integrity = integrity;
        this.keys = keys;
    }

    /// What one proof turned out to be.
    sealed interface Checked {

        /// Whether it fits the document.
        Finding integrity();

        /// Nothing can be said of the signer.
        record Unread(Finding integrity) implements Checked {}

        /// The key could not be had.
        record WithoutKey(Finding integrity, Finding why) implements Checked {}

        /// Checked with the key.
        ///
        /// @param at when it says that it was made; else the moment the question is about
        record Signed(Finding integrity, KeyLookup.Found key, Instant at) implements Checked {}
    }

    /// The two findings of each proof: is it what was signed, and was it the issuer.
    List<Finding> check(JsonObject credential, Optional<String> issuer, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Checked checked : check(credential, VerificationOptions.at(now))) {
            findings.add(checked.integrity());
            findings.add(
                    switch (checked) {
                        case Checked.Unread unread -> issuerFinding(FindingCode.ISSUER_NOT_CHECKED);
                        case Checked.WithoutKey without -> without.why();
                        case Checked.Signed signed ->
                            SignatureCheck.issuer(issuer.orElse(""), signed.key(), signed.at());
                    });
        }
        return findings;
    }

    /// Checks every proof of the document; a document without any gives one that is unread.
    List<Checked> check(JsonObject document, VerificationOptions options) {
        List<JsonValue> proofs = Json.list(document, "proof");
        if (proofs.isEmpty()) {
            return List.of(new Checked.Unread(integrity(FindingCode.NO_PROOF)));
        }
        if (proofs.size() > MAX_PROOFS || !proofs.stream().allMatch(JsonObject.class::isInstance)) {
            return List.of(new Checked.Unread(integrity(FindingCode.PROOF_MALFORMED, "proof")));
        }
        return proofs.stream()
                .map(proof -> switch (Proof.read(proof.asJsonObject())) {
                    case Proof.Unreadable(ProofProblem problem, String detail) ->
                        new Checked.Unread(broken(problem, detail));
                    case Proof.Checkable checkable -> one(document, checkable, options);
                })
                .toList();
    }

    /// A proof that was not asked for is not worth fetching a key.
    private Checked one(JsonObject document, Proof.Checkable proof, VerificationOptions options) {
        Optional<ProofResult.Broken> unexpected = DataIntegrity.expected(proof, options);
        if (unexpected.isPresent()) {
            return new Checked.Unread(
                    broken(unexpected.get().problem(), unexpected.get().detail()));
        }
        return switch (keys.find(proof.verificationMethod(), options.purpose())) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                new Checked.WithoutKey(integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(code, about));
            case KeyLookup.OtherKind(String kind) -> new Checked.Unread(integrity(FindingCode.KEY_UNSUPPORTED, kind));
            case KeyLookup.Found found ->
                new Checked.Signed(
                        told(integrity.verify(document, proof, found.key(), options)),
                        found,
                        proof.created().orElse(options.now()));
        };
    }

    private static Finding told(ProofResult result) {
        return switch (result) {
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
