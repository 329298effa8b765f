package org.cairn.server.vcapi;

import java.util.List;

/// One reason for a refusal, as the problem details of the standards tell it.
///
/// @param type the standard's name for it
/// @param key message key of the sentence that explains it
/// @param args what goes into the sentence
/// @param pointer where in the document; empty when it is the whole
record Trouble(Type type, String key, List<Object> args, String pointer) {

    Trouble {
        args = List.copyOf(args);
    }

    static Trouble of(Type type, String key, Object... args) {
        return new Trouble(type, key, List.of(args), "");
    }

    static Trouble at(String pointer, Type type, String key, Object... args) {
        return new Trouble(type, key, List.of(args), pointer);
    }

    /// Types of VC Data Model 2.0 (7.2), VC Data Integrity (4.7) and Bitstring Status List (3.5).
    enum Type {
        PARSING_ERROR(Family.MODEL),
        CRYPTOGRAPHIC_SECURITY_ERROR(Family.MODEL),
        MALFORMED_VALUE_ERROR(Family.MODEL),
        RANGE_ERROR(Family.MODEL),
        PROOF_GENERATION_ERROR(Family.INTEGRITY),
        PROOF_VERIFICATION_ERROR(Family.INTEGRITY),
        PROOF_TRANSFORMATION_ERROR(Family.INTEGRITY),
        INVALID_DOMAIN_ERROR(Family.INTEGRITY),
        INVALID_CHALLENGE_ERROR(Family.INTEGRITY),
        INVALID_VERIFICATION_METHOD(Family.INTEGRITY),
        DATA_LOSS_DETECTION_ERROR(Family.INTEGRITY),
        STATUS_RETRIEVAL_ERROR(Family.STATUS),
        STATUS_VERIFICATION_ERROR(Family.STATUS);

        private final Family family;

        Type(Family family) {
            this.family = family;
        }

        String url() {
            return family.prefix + name();
        }
    }

    /// Which standard defines a type.
    private enum Family {
        MODEL("https://www.w3.org/TR/vc-data-model#"),
        INTEGRITY("https://w3id.org/security#"),
        STATUS("https://www.w3.org/ns/credentials/status-list#");

        private final String prefix;

        Family(String prefix) {
            this.prefix = prefix;
        }
    }
}
