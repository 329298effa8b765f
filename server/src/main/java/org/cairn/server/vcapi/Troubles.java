package org.cairn.server.vcapi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.credential.datamodel.Problem;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;

/// Turns what the library found into what the VC API tells.
final class Troubles {
    /// Kinds of findings that the standards call otherwise than most of their check.
    private static final Map<FindingCode, Trouble.Type> TYPES = types();

    /// Who controls the key is the caller's question here, not ours. That the issuer could not be checked says nothing
    /// beyond what was found of the signature.
    private static final Set<FindingCode> OF_NO_CONCERN =
            Set.of(FindingCode.ISSUER_KEY_OF_ANOTHER, FindingCode.ISSUER_MISSING, FindingCode.ISSUER_NOT_CHECKED);

    private Troubles() {}

    static List<Trouble> of(List<Problem> problems, String pointer) {
        return problems.stream()
                .map(p -> Trouble.at(
                        pointer + p.pointer(), Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.model." + p.code()))
                .toList();
    }

    /// The document could not be brought into its signed form.
    static Trouble of(ContentException.Code code, String detail, String pointer) {
        var type = switch (code) {
            case NOT_COVERED -> Trouble.Type.DATA_LOSS_DETECTION_ERROR;
            case REINTERPRETED, NOT_PROCESSABLE, TOO_COMPLEX, CONTEXT_UNKNOWN ->
                Trouble.Type.PROOF_TRANSFORMATION_ERROR;
        };
        return Trouble.at(pointer, type, "vcapi.content." + code, shortened(detail));
    }

    static boolean isOfConcern(Finding finding) {
        var bad = switch (finding.outcome()) {
            case FAIL, UNKNOWN -> true;
            case PASS, NOT_PRESENT -> false;
        };
        return bad && !OF_NO_CONCERN.contains(finding.code());
    }

    static Trouble of(Finding finding, String pointer) {
        var type = TYPES.getOrDefault(finding.code(), usual(finding.check()));
        return Trouble.at(
                pointer,
                type,
                "verify.finding." + finding.code(),
                finding.args().toArray());
    }

    private static Trouble.Type usual(Check check) {
        return switch (check) {
            case INTEGRITY -> Trouble.Type.CRYPTOGRAPHIC_SECURITY_ERROR;
            case ISSUER -> Trouble.Type.INVALID_VERIFICATION_METHOD;
            case STATUS -> Trouble.Type.STATUS_VERIFICATION_ERROR;
            case VALIDITY_PERIOD -> Trouble.Type.RANGE_ERROR;
            case SCHEMA, ENDORSEMENTS, CONTAINED, HOLDER -> Trouble.Type.MALFORMED_VALUE_ERROR;
        };
    }

    private static Map<FindingCode, Trouble.Type> types() {
        Map<FindingCode, Trouble.Type> types = new EnumMap<>(FindingCode.class);
        types.put(FindingCode.PROOF_MALFORMED, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.PROOF_PURPOSE_WRONG, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.PROOF_DOMAIN_WRONG, Trouble.Type.INVALID_DOMAIN_ERROR);
        types.put(FindingCode.PROOF_CHALLENGE_WRONG, Trouble.Type.INVALID_CHALLENGE_ERROR);
        types.put(FindingCode.PROOF_CHAIN_BROKEN, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.PROOF_EXPIRED, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.PROOF_FROM_FUTURE, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.CRYPTOSUITE_UNSUPPORTED, Trouble.Type.PROOF_VERIFICATION_ERROR);
        types.put(FindingCode.KEY_NOT_AVAILABLE, Trouble.Type.INVALID_VERIFICATION_METHOD);
        types.put(FindingCode.KEY_UNSUPPORTED, Trouble.Type.INVALID_VERIFICATION_METHOD);
        types.put(FindingCode.CONTENT_NOT_COVERED, Trouble.Type.DATA_LOSS_DETECTION_ERROR);
        types.put(FindingCode.CONTENT_REINTERPRETED, Trouble.Type.PROOF_TRANSFORMATION_ERROR);
        types.put(FindingCode.CONTENT_NOT_PROCESSABLE, Trouble.Type.PROOF_TRANSFORMATION_ERROR);
        types.put(FindingCode.CONTENT_TOO_COMPLEX, Trouble.Type.PROOF_TRANSFORMATION_ERROR);
        types.put(FindingCode.CONTEXT_UNKNOWN, Trouble.Type.PROOF_TRANSFORMATION_ERROR);
        types.put(FindingCode.STATUS_ENTRY_INVALID, Trouble.Type.MALFORMED_VALUE_ERROR);
        types.put(FindingCode.STATUS_INDEX_OUT_OF_RANGE, Trouble.Type.RANGE_ERROR);
        types.put(FindingCode.STATUS_LIST_UNREACHABLE, Trouble.Type.STATUS_RETRIEVAL_ERROR);
        types.put(FindingCode.STATUS_LIST_MISSING, Trouble.Type.STATUS_RETRIEVAL_ERROR);
        return types;
    }

    /// A stranger's word must not make the answer long.
    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
