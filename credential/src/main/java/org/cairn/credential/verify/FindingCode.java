package org.cairn.credential.verify;

import static org.cairn.credential.verify.Outcome.FAIL;
import static org.cairn.credential.verify.Outcome.NOT_PRESENT;
import static org.cairn.credential.verify.Outcome.PASS;
import static org.cairn.credential.verify.Outcome.UNKNOWN;

/// Every situation a report can describe. Names are stable: programs and translations rely on them.
/// `{0}`, `{1}` are the finding's arguments; an apostrophe is doubled as [java.text.MessageFormat] wants it.
public enum FindingCode {
    // Integrity
    PROOF_VALID(PASS, "The signature is intact: nothing was changed since it was signed."),
    NO_PROOF(FAIL, "It carries no signature. Ask the issuer for the signed file."),
    PROOF_INVALID(FAIL, "The signature does not fit the content. Ask the holder or the issuer for the original."),
    PROOF_MALFORMED(FAIL, "The signature is not written as the standard demands ({0}). Ask the issuer to reissue it."),
    PROOF_PURPOSE_WRONG(FAIL, "The signature was made for another purpose than issuing credentials."),
    PROOF_DOMAIN_WRONG(FAIL, "The signature was made for another place ({0}). Ask the holder to present it anew."),
    PROOF_CHALLENGE_WRONG(FAIL, "The signature does not answer this request. Ask the holder to present it anew."),
    PROOF_CHAIN_BROKEN(FAIL, "The signature builds upon another one that is missing or unclear ({0})."),
    PROOF_EXPIRED(FAIL, "The signature was only good until {0}. Ask the issuer to sign it anew."),
    PROOF_FROM_FUTURE(FAIL, "The signature is dated in the future ({0}). Check your clock, then ask the issuer."),
    CONTENT_NOT_COVERED(
            FAIL, "It contains content that the signature cannot cover ({0}). Ask the issuer to reissue it."),
    CONTENT_REINTERPRETED(
            FAIL, "It gives standard words another meaning ({0}), so what you read is not what was signed."),
    CONTENT_NOT_PROCESSABLE(FAIL, "Its content cannot be processed as linked data ({0})."),
    CONTENT_TOO_COMPLEX(UNKNOWN, "Its content is too complex to check safely. Ask the issuer for a simpler file."),
    CONTEXT_UNKNOWN(UNKNOWN, "It uses a vocabulary that is not known here: {0}. It cannot be checked on this site."),
    CRYPTOSUITE_UNSUPPORTED(UNKNOWN, "It is signed in a way that is not supported here: {0}."),
    KEY_NOT_AVAILABLE(UNKNOWN, "The signature could not be checked, because the issuer''s key could not be had."),
    KEY_UNSUPPORTED(UNKNOWN, "The issuer''s key is of a kind that is not supported here: {0}."),
    KEY_NOT_FOR_PURPOSE(FAIL, "The owner of the key, {0}, does not use it for this purpose ({1})."),
    JWS_INVALID(FAIL, "The signature does not fit the content. Ask the holder or the issuer for the original."),
    JWS_MALFORMED(FAIL, "The signed token is not written as Open Badges demands ({0}). Ask the issuer to reissue it."),
    JWS_CLAIM_MISMATCH(FAIL, "The signed token contradicts the credential inside it ({0})."),
    JWS_ALGORITHM_UNSUPPORTED(UNKNOWN, "The token is signed in a way that is not supported here: {0}."),
    SD_JWT_MALFORMED(FAIL, "The signed token is not written as SD-JWT VC demands ({0}). Ask the issuer to reissue it."),
    HOSTED_CONFIRMED(PASS, "The issuer publishes it, with this content, at {0}."),
    HOSTED_DIFFERS(FAIL, "What is published at {0} says something else ({1}). Ask the holder for the original."),
    HOSTED_INVALID(FAIL, "What is published at {0} is not what should be there. Ask the issuer."),
    HOSTED_MISSING(UNKNOWN, "It is not published at {0} any more. Ask the issuer."),
    HOSTED_UNREACHABLE(UNKNOWN, "Whether it is published at {0} could not be seen. Try again later."),

    // Issuer
    ISSUER_CONFIRMED(PASS, "The key belongs to the issuer it names: {0}."),
    ISSUER_MISSING(FAIL, "It names no issuer, or not by an identifier that can be checked."),
    ISSUER_KEY_OF_ANOTHER(FAIL, "It was signed with the key of {0}, not of the issuer it names, {1}."),
    ISSUER_KEY_NOT_LISTED(FAIL, "The issuer {0} does not list the key that signed it."),
    ISSUER_KEY_NOT_FOR_CREDENTIALS(FAIL, "The issuer {0} does not use the key that signed it for credentials."),
    ISSUER_KEY_REVOKED(FAIL, "The key had been withdrawn by the issuer on {0}, before the signature."),
    ISSUER_KEY_EXPIRED(FAIL, "The key was only good until {0}, before the signature."),
    ISSUER_NOT_FOUND(
            UNKNOWN, "The issuer''s identifier {0} cannot be found any more. Ask the issuer or try again later."),
    ISSUER_UNREACHABLE(UNKNOWN, "The issuer''s key could not be fetched for {0}. Try again later."),
    ISSUER_METHOD_UNSUPPORTED(UNKNOWN, "The issuer''s identifier is of a kind that is not supported here: {0}."),
    ISSUER_DOCUMENT_INVALID(UNKNOWN, "What is published for the issuer {0} is not a valid key document."),
    ISSUER_NOT_CHECKED(UNKNOWN, "Without a readable signature the issuer cannot be checked."),

    HOST_CONFIRMED(PASS, "It lies where the issuer {0} publishes its badges."),
    HOST_OF_ANOTHER(FAIL, "It lies at {0}, where the issuer it names, {1}, does not publish badges."),

    // Status
    STATUS_GOOD(PASS, "The issuer has neither revoked nor suspended it."),
    STATUS_NONE(NOT_PRESENT, "The issuer has given no means to revoke it."),
    STATUS_REVOKED(FAIL, "The issuer has revoked it. Ask the issuer why."),
    STATUS_SUSPENDED(FAIL, "The issuer has suspended it for now. Ask the issuer, or try again later."),
    STATUS_UNSUPPORTED(UNKNOWN, "Its status is published in a way that is not supported here: {0}."),
    STATUS_ENTRY_INVALID(UNKNOWN, "Its status entry is not written as the standard demands ({0})."),
    STATUS_LIST_UNREACHABLE(UNKNOWN, "The issuer''s status list could not be fetched from {0}. Try again later."),
    STATUS_LIST_MISSING(UNKNOWN, "The issuer''s status list is not at {0} any more. Ask the issuer."),
    STATUS_LIST_INVALID(UNKNOWN, "The status list at {0} is not written as the standard demands."),
    STATUS_LIST_TOO_SHORT(UNKNOWN, "The status list at {0} is too short to hide one credential among many."),
    STATUS_LIST_PROOF_INVALID(UNKNOWN, "The status list at {0} is not intact, so it says nothing."),
    STATUS_LIST_PROOF_UNDECIDED(
            UNKNOWN, "Whether the status list at {0} is genuine could not be checked. Try again later."),
    STATUS_LIST_ISSUER_DIFFERS(UNKNOWN, "The status list at {0} is signed by another issuer, {1}, so it says nothing."),
    STATUS_LIST_EXPIRED(UNKNOWN, "The status list at {0} is out of date since {1}. Try again later."),
    STATUS_LIST_NOT_YET_VALID(UNKNOWN, "The status list at {0} is dated in the future ({1})."),
    STATUS_LIST_PURPOSE_DIFFERS(UNKNOWN, "The status list at {0} is for another purpose than {1}."),
    STATUS_INDEX_OUT_OF_RANGE(UNKNOWN, "The status list at {0} has no entry {1}."),
    STATUS_NEWEST(PASS, "The issuer has no newer version of it."),
    STATUS_NEWER_EXISTS(PASS, "The issuer has a newer version of it. Ask the holder or the issuer for that one."),
    STATUS_MESSAGE(PASS, "The issuer says of it: \"{0}\"."),
    STATUS_OTHER_PURPOSE(PASS, "It also has a status for \"{0}\", which does not decide whether it is valid."),

    // Validity period
    PERIOD_CURRENT(PASS, "It is in force."),
    PERIOD_NOT_STARTED(FAIL, "It is only valid from {0}."),
    PERIOD_ENDED(FAIL, "It was valid until {0}. Ask the issuer for a renewal."),
    PERIOD_UNREADABLE(FAIL, "Its dates cannot be read ({0})."),

    // Schema
    SCHEMA_CONFORMS(PASS, "It is built as the standard for its kind demands."),
    SCHEMA_VIOLATED(FAIL, "It is not built as the standard for its kind demands: {0} at {1}."),
    SCHEMA_OTHER(NOT_PRESENT, "It names a schema that is not applied here: {0}."),
    OLD_BADGE_CONFORMS(PASS, "It is built as Open Badges 2.0 demands."),
    OLD_BADGE_VIOLATED(FAIL, "It is not built as Open Badges 2.0 demands: {0}."),
    SD_JWT_VC_CONFORMS(PASS, "It is built as SD-JWT VC demands."),
    SD_JWT_VC_VIOLATED(FAIL, "It is not built as SD-JWT VC demands: {0}."),
    SUBJECT_ANONYMOUS(FAIL, "It does not say whom it was awarded to, neither by id nor by identifier."),

    // Endorsements
    ENDORSEMENTS_NONE(NOT_PRESENT, "It carries no endorsements."),
    ENDORSEMENT_VALID(PASS, "The endorsement by {0} is good."),
    ENDORSEMENT_INVALID(FAIL, "The endorsement by {0} does not hold ({1})."),
    ENDORSEMENT_OF_ANOTHER(FAIL, "The endorsement by {0} is about something else, {1}."),
    ENDORSEMENT_UNDECIDED(UNKNOWN, "Whether the endorsement by {0} holds could not be checked ({1})."),
    ENDORSEMENTS_TOO_MANY(UNKNOWN, "It carries more endorsements than are checked here: {0}."),

    // Contained credentials
    CONTAINED_VALID(PASS, "The credential \"{0}\" in it is good."),
    CONTAINED_NOT_VALID(FAIL, "The credential \"{0}\" in it does not hold ({1})."),
    CONTAINED_UNDECIDED(UNKNOWN, "Whether the credential \"{0}\" in it holds could not be checked ({1})."),
    CONTAINED_UNREADABLE(FAIL, "Something in it, number {0}, is not a credential."),
    CONTAINED_OF_ANOTHER(FAIL, "The credential \"{0}\" in it was awarded to somebody else, {1}."),
    CONTAINED_TOO_MANY(UNKNOWN, "It holds more credentials than are checked here: {0}."),

    // Holder
    HOLDER_CONFIRMED(PASS, "It was shown by the one it was issued to."),
    HOLDER_PROOF_INVALID(FAIL, "The proof that it is shown by the one it was issued to does not hold ({0})."),
    HOLDER_PROOF_MISSING(FAIL, "It was shown without the proof that was asked for. Ask the holder to show it anew."),
    HOLDER_NOT_ASKED(NOT_PRESENT, "It was shown without a proof that it is shown by the one it was issued to."),
    RECIPIENT_CONFIRMED(PASS, "It was awarded to {0}."),
    RECIPIENT_DIFFERS(FAIL, "It was not awarded to {0}, as far as it says.");

    private final Outcome outcome;
    private final String pattern;

    FindingCode(Outcome outcome, String pattern) {
        this.outcome = outcome;
        this.pattern = pattern;
    }

    /// The outcome that always goes with this code.
    public Outcome outcome() {
        return outcome;
    }

    /// The English message as a [java.text.MessageFormat] pattern.
    public String pattern() {
        return pattern;
    }
}
