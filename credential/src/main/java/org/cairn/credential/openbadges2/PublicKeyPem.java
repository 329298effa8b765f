package org.cairn.credential.openbadges2;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.cairn.credential.key.RsaPublicKey;
import org.cairn.credential.key.VerificationKey;

/// An RSA key as old issuers publish it: `publicKeyPem`, in either of the two forms in use.
public final class PublicKeyPem {

    private static final int MAX_CHARS = 8_000;
    private static final Pattern FORM = Pattern.compile(
            "\\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PUBLIC KEY-----\\s*");

    private PublicKeyPem() {}

    /// Empty when it is another kind of key, too weak, or damaged.
    public static Optional<VerificationKey> read(String pem) {
        Matcher form = FORM.matcher(pem);
        if (pem.length() > MAX_CHARS || !form.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(form.group(2).replaceAll("\\s", ""));
            ASN1Primitive key = ASN1Primitive.fromByteArray(der);
            return form.group(1) == null ? wrapped(SubjectPublicKeyInfo.getInstance(key)) : bare(key);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<VerificationKey> wrapped(SubjectPublicKeyInfo info) throws IOException {
        boolean rsa = info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
        return rsa ? bare(info.parsePublicKey()) : Optional.empty();
    }

    private static Optional<VerificationKey> bare(ASN1Primitive key) {
        ASN1Sequence numbers = ASN1Sequence.getInstance(key);
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        BigInteger modulus = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
        BigInteger exponent = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
        return RsaPublicKey.of(modulus, exponent).map(found -> found);
    }
}
