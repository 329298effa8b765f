package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.VerificationOptions;
import org.cairn.credential.verify.ProofCheck.Checked;

/// Checks the Data Integrity proofs of any document: that each fits, that it is what the verifier asked for, and
/// that the controller of its key lists the key for that purpose. It does not ask whether the controller is the
/// issuer: that is for whoever knows what the document is. Thread-safe.
public final class ProofVerifier {

    private final ProofCheck proofs;
    private final IssuerKeys keys;

    public ProofVerifier(DataIntegrity integrity, DidResolver dids, Outside outside) {
        this.keys = new IssuerKeys(dids, outside);
        this.proofs = new ProofCheck(integrity, keys);
    }

    /// The signature of a presentation that is a token, and what it says of whom it is for.
    public ProofReport verify(PresentationToken presentation, VerificationOptions options) {
        return presentation.check(keys, options);
    }

    public ProofReport verify(JsonObject document, VerificationOptions options) {
        List<Checked> checked = proofs.check(document, options);
        Set<String> signers = new LinkedHashSet<>();
        for (Checked one : checked) {
            if (one instanceof Checked.Signed signed
                    && findings(signed, options).allMatch(ProofReport::isGood)) {
                signers.add(signed.key().controller());
            }
        }
        return new ProofReport(
                checked.stream()
                        .flatMap(one -> findings(one, options))
                        .distinct()
                        .toList(),
                signers);
    }

    private static Stream<Finding> findings(Checked checked, VerificationOptions options) {
        return switch (checked) {
            case Checked.Unread(Finding integrity) -> Stream.of(integrity);
            case Checked.WithoutKey(Finding integrity, Finding why) -> Stream.of(integrity, why);
            case Checked.Signed signed ->
                Stream.concat(
                        Stream.of(signed.integrity()),
                        objection(signed.key(), signed.at(), options.purpose()).stream());
        };
    }

    /// What its controller has against the use of the key.
    static Optional<Finding> objection(KeyLookup.Found key, Instant at, String purpose) {
        if (!key.method().isConfirmed()) {
            return Optional.of(issuerFinding(
                    FindingCode.ISSUER_KEY_OF_ANOTHER, key.method().document(), key.controller()));
        }
        if (!key.authorised()) {
            return Optional.of(issuerFinding(FindingCode.KEY_NOT_FOR_PURPOSE, key.controller(), purpose));
        }
        return key.ended(at);
    }
}
