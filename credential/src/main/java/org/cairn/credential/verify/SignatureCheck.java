package org.cairn.credential.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first two lines of a report: is it what was signed, and by whom.
final class SignatureCheck {

    private final ProofCheck proofs;
    private final TokenCheck tokens;

    SignatureCheck(ProofCheck proofs, TokenCheck tokens) {
        this.proofs = proofs;
        this.tokens = tokens;
    }

    List<Finding> check(Secured secured, Instant now) {
        Optional<String> issuer = secured.issuer();
        List<Finding> findings = new ArrayList<>(
                switch (secured) {
                    case Secured.Embedded embedded -> proofs.check(embedded.credential(), issuer, now);
                    case Secured.Enveloped enveloped -> tokens.check(enveloped, issuer, now);
                });
        if (issuer.isEmpty()) {
            findings.removeIf(finding -> finding.check() == Check.ISSUER);
            findings.add(issuerFinding(FindingCode.ISSUER_MISSING));
        }
        return findings.stream().distinct().toList();
    }

    /// Compares the key with the issuer it has to belong to.
    static Finding issuer(String issuer, KeyLookup.Found key, Instant signedAt) {
        if (!belongs(key.controller(), issuer)) {
            return issuerFinding(FindingCode.ISSUER_KEY_OF_ANOTHER, key.controller(), issuer);
        }
        if (!key.method().isConfirmed()) {
            return issuerFinding(FindingCode.ISSUER_KEY_OF_ANOTHER, key.method().document(), issuer);
        }
        if (!key.authorised()) {
            return issuerFinding(FindingCode.ISSUER_KEY_NOT_FOR_CREDENTIALS, issuer);
        }
        return key.ended(signedAt).orElseGet(() -> issuerFinding(FindingCode.ISSUER_CONFIRMED, issuer));
    }

    /// A key at an https address belongs to an issuer whose https identifier lies on the same site.
    private static boolean belongs(String controller, String issuer) {
        return controller.equals(issuer)
                || (controller.startsWith("https://") && site(controller).equals(site(issuer)));
    }

    private static String site(String address) {
        String[] parts = address.split("/", 4);
        return parts.length < 3 ? address : parts[0] + "//" + parts[2];
    }

    static Finding issuerFinding(FindingCode code, String... args) {
        return Finding.of(Check.ISSUER, code, args);
    }

    static Finding integrity(FindingCode code, String... args) {
        return Finding.of(Check.INTEGRITY, code, args);
    }
}
