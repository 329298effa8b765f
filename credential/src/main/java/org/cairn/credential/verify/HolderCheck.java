package org.cairn.credential.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.openbadges2.IdentityHash;
import org.cairn.credential.sdjwt.KeyBindingProblem;
import org.cairn.credential.sdjwt.SdJwt;

/// Whether it is shown by, or belongs to, the one the checker thinks of.
final class HolderCheck {

    private HolderCheck() {}

    static Finding possession(SdJwt token, Expectations expectations, Instant now) {
        if (!token.isBound()) {
            return finding(
                    expectations.challenge().isPresent()
                            ? FindingCode.HOLDER_PROOF_MISSING
                            : FindingCode.HOLDER_NOT_ASKED);
        }
        Optional<KeyBindingProblem> problem = token.bindingProblem(expectations.challenge(), now);
        return problem.map(why -> finding(FindingCode.HOLDER_PROOF_INVALID, why.name()))
                .orElseGet(() -> finding(FindingCode.HOLDER_CONFIRMED));
    }

    /// Empty when nobody in particular is thought of.
    static Optional<Finding> recipient(List<BadgeSummary.Recipient> recipients, Expectations expectations) {
        return expectations
                .email()
                .map(email -> finding(
                        recipients.stream().anyMatch(recipient -> isOf(recipient, email))
                                ? FindingCode.RECIPIENT_CONFIRMED
                                : FindingCode.RECIPIENT_DIFFERS,
                        email));
    }

    private static boolean isOf(BadgeSummary.Recipient recipient, String email) {
        boolean address = List.of("email", "emailAddress").contains(recipient.kind());
        return address
                && new IdentityHash(
                                recipient.value(),
                                recipient.hashed(),
                                recipient.salt().orElse(""))
                        .isOf(email);
    }

    private static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.HOLDER, code, args);
    }
}
