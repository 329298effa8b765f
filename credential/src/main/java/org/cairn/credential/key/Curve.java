package org.cairn.credential.key;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;

/// The NIST curves that credentials are signed with, each with the hash that goes with it.
public enum Curve {
    P256("P-256", 32, KeyType.P256, Multicodec.P256_PUBLIC, Multicodec.P256_SECRET),
    P384("P-384", 48, KeyType.P384, Multicodec.P384_PUBLIC, Multicodec.P384_SECRET);

    private final String jwkName;
    private final int size;
    private final KeyType type;
    private final Multicodec publicCodec;
    private final Multicodec secretCodec;

    Curve(String jwkName, int size, KeyType type, Multicodec publicCodec, Multicodec secretCodec) {
        this.jwkName = jwkName;
        this.size = size;
        this.type = type;
        this.publicCodec = publicCodec;
        this.secretCodec = secretCodec;
    }

    public KeyType type() {
        return type;
    }

    /// Bytes of a coordinate, of a secret and of either half of a signature.
    int size() {
        return size;
    }

    String jwkName() {
        return jwkName;
    }

    Multicodec publicCodec() {
        return publicCodec;
    }

    Multicodec secretCodec() {
        return secretCodec;
    }

    ECDomainParameters domain() {
        return switch (this) {
            case P256 -> Domains.P256;
            case P384 -> Domains.P384;
        };
    }

    private static final class Domains {

        static final ECDomainParameters P256 = named("secp256r1");
        static final ECDomainParameters P384 = named("secp384r1");

        private static ECDomainParameters named(String name) {
            X9ECParameters found = SECNamedCurves.getByName(name);
            return new ECDomainParameters(found.getCurve(), found.getG(), found.getN(), found.getH());
        }
    }

    Digest newDigest() {
        return switch (this) {
            case P256 -> new SHA256Digest();
            case P384 -> new SHA384Digest();
        };
    }

    byte[] digest(byte[] message) {
        Digest digest = newDigest();
        digest.update(message, 0, message.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    /// The two halves of a signature or point as numbers.
    BigInteger half(byte[] both, int which) {
        return new BigInteger(1, Arrays.copyOfRange(both, which * size, (which + 1) * size));
    }
}
