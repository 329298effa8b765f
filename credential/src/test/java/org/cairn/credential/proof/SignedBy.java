package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.proof.Cryptosuite.Covered;

/// Every suite with every kind of key it signs with, for tests that hold for all of them.
public enum SignedBy {
    EDDSA_RDFC(Suite.EDDSA_RDFC_2022),
    EDDSA_JCS(Suite.EDDSA_JCS_2022),
    ECDSA_RDFC_P256(Suite.ECDSA_RDFC_2019),
    ECDSA_RDFC_P384(Suite.ECDSA_RDFC_2019),
    ECDSA_JCS_P256(Suite.ECDSA_JCS_2019),
    ECDSA_JCS_P384(Suite.ECDSA_JCS_2019);

    private static final SignatureSuite RDFC =
            new SignatureSuite(new RdfcTransformation(new Canonical(Badges.CONTEXTS)));
    private static final SignatureSuite JCS = new SignatureSuite(new JcsTransformation());

    private final Suite suite;

    SignedBy(Suite suite) {
        this.suite = suite;
    }

    public Suite suite() {
        return suite;
    }

    public SigningKey key() {
        return key(7);
    }

    /// A key that is the same in every run.
    public SigningKey key(int number) {
        return switch (this) {
            case EDDSA_RDFC, EDDSA_JCS -> Badges.key(number);
            case ECDSA_RDFC_P256, ECDSA_JCS_P256 -> EcKey.ofSecret(Curve.P256, secret(32, number));
            case ECDSA_RDFC_P384, ECDSA_JCS_P384 -> EcKey.ofSecret(Curve.P384, secret(48, number));
        };
    }

    public ProofOptions options() {
        return ProofOptions.of(suite, Badges.NOW);
    }

    /// Signs as the library does.
    public JsonObject sign(JsonObject document, ProofOptions options) {
        return Badges.INTEGRITY.sign(document, key().signer(key().didKeyMethod()), options);
    }

    public JsonObject sign(JsonObject document) {
        return sign(document, options());
    }

    /// A credential issued by the key.
    public JsonObject unsigned() {
        return Json.PROVIDER
                .createObjectBuilder(Badges.aBadge().toJson())
                .add("issuer", key().didKey())
                .build();
    }

    /// The proof options that the library would sign.
    public JsonObject proofOptions() {
        return Documents.without(sign(unsigned()).getJsonObject("proof"), "proofValue");
    }

    /// Signs whatever proof options, sensible or not, so that nothing but them can be what is refused.
    public JsonObject signWith(JsonObject document, JsonObject proofOptions) {
        String value = (suite.id().contains("rdfc") ? RDFC : JCS)
                .proofValue(new Covered(document, proofOptions), key().signer(key().didKeyMethod()));
        JsonObject proof = Documents.with(proofOptions, "proofValue", Json.PROVIDER.createValue(value));
        return Documents.with(document, "proof", proof);
    }

    private static byte[] secret(int size, int number) {
        byte[] secret = new byte[size];
        secret[size - 1] = (byte) number;
        return secret;
    }
}
