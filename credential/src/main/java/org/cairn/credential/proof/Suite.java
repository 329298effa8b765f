package org.cairn.credential.proof;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.Multibase;

/// The Data Integrity cryptosuites that are known here. How each works is a [Cryptosuite].
public enum Suite {
    /// Ed25519 over canonical statements (linked data).
    EDDSA_RDFC_2022("eddsa-rdfc-2022"),
    /// Ed25519 over canonical JSON.
    EDDSA_JCS_2022("eddsa-jcs-2022"),
    /// ECDSA on P-256 or P-384 over canonical statements (linked data).
    ECDSA_RDFC_2019("ecdsa-rdfc-2019"),
    /// ECDSA on P-256 or P-384 over canonical JSON.
    ECDSA_JCS_2019("ecdsa-jcs-2019"),
    /// Ed25519 over canonical statements, before there were cryptosuites: the name is the proof's type. It is
    /// only verified.
    ED25519_SIGNATURE_2020("Ed25519Signature2020"),
    /// ECDSA on P-256 over single statements, of which some may be shown.
    ECDSA_SD_2023("ecdsa-sd-2023"),
    /// BBS over single statements, of which some may be shown.
    BBS_2023("bbs-2023");

    private static final int MAX_PROOF_VALUE = 1024;

    private final String id;

    Suite(String id) {
        this.id = id;
    }

    /// Its name in proofs: `eddsa-rdfc-2022`.
    public String id() {
        return id;
    }

    /// Whether it is made for such keys.
    public boolean signsWith(KeyType type) {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022, ED25519_SIGNATURE_2020 -> type == KeyType.ED25519;
            case ECDSA_RDFC_2019, ECDSA_JCS_2019 -> type == KeyType.P256 || type == KeyType.P384;
            case ECDSA_SD_2023 -> type == KeyType.P256;
            case BBS_2023 -> type == KeyType.BLS12_381_G2;
        };
    }

    /// Whether new proofs are made with it.
    public boolean isCurrent() {
        return this != ED25519_SIGNATURE_2020;
    }

    /// The suite of a proof.
    static Optional<Suite> ofProof(String type, String cryptosuite) {
        return type.equals(Proof.TYPE)
                ? named(cryptosuite).filter(Suite::isCurrent)
                : named(type).filter(suite -> !suite.isCurrent() && cryptosuite.isEmpty());
    }

    /// Whether it is one of those of selective disclosure, which the package `selective` signs and checks.
    public boolean isOfDisclosure() {
        return this == ECDSA_SD_2023 || this == BBS_2023;
    }

    public static Optional<Suite> named(String id) {
        return Stream.of(values()).filter(suite -> suite.id.equals(id)).findFirst();
    }

    /// Whether the text could be a `proofValue`: the header of its encoding and the number of bytes are right.
    boolean isProofValue(String text) {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022, ED25519_SIGNATURE_2020 -> base58Size(text) == 64;
            case ECDSA_RDFC_2019, ECDSA_JCS_2019 -> Set.of(64, 96).contains(base58Size(text));
            case ECDSA_SD_2023 -> text.startsWith("u2V0B"); // d9 5d 01: derived; a base proof is for the holder alone
            case BBS_2023 -> text.startsWith("u2V0D"); // d9 5d 03
        };
    }

    private static int base58Size(String text) {
        try {
            return text.startsWith("z") && text.length() <= MAX_PROOF_VALUE ? Multibase.decode(text).length : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
