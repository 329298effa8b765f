package org.cairn.server.hiring;

import java.util.List;
import java.util.Optional;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.skills.gap.Level;

/// What one credential says and how it stood when it was checked: what may be kept of a check, without the document.
/// All texts but the issuer as known here are the credential's own claims; dates stand as they are written there.
///
/// @param recipients whom it says it was awarded to; hashed identifiers are left out
/// @param level where it states one of the European Qualifications Framework
/// @param troubles every finding that is neither good nor absent
public record ShownCredential(
        Standing standing,
        Verdict verdict,
        String title,
        Issuer issuer,
        List<String> recipients,
        String awardedOn,
        String validUntil,
        String id,
        String achievement,
        List<Skill> skills,
        Optional<Level> level,
        Assessed assessed,
        List<Trouble> troubles) {
    public ShownCredential {
        recipients = List.copyOf(recipients);
        skills = List.copyOf(skills);
        troubles = List.copyOf(troubles);
    }

    /// In one word why it counts or does not.
    public enum Standing {
        VERIFIED,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED,
        SUSPENDED,
        INVALID,
        /// Something could not be checked; neither good nor bad.
        UNDECIDED;

        public boolean isVerified() {
            return this == VERIFIED;
        }
    }

    /// @param knownAs empty when it is not registered here or its signature is not certain
    public record Issuer(String id, String name, Optional<String> knownAs) {
        public String shownAs() {
            return knownAs.orElse(name.isEmpty() ? id : name);
        }
    }

    /// @param uri empty where it names none
    public record Skill(String uri, String name, String framework) {}

    /// How it was assessed, as far as it says.
    ///
    /// @param forms as `practical-assessment`
    public record Assessed(List<String> forms, String supervision, String result) {
        public Assessed {
            forms = List.copyOf(forms);
        }
    }

    public record Trouble(Check check, Outcome outcome, FindingCode code, List<String> args) {
        public Trouble {
            args = List.copyOf(args);
        }
    }

    /// Two with the same are the same credential, or pretend to be; empty where it names itself by nothing.
    public String identity() {
        return id.isEmpty() ? "" : issuer.id() + ' ' + id;
    }
}
