package org.cairn.credential.badge;

import java.util.Optional;
import org.cairn.credential.badge.BakingException.Code;

/// Carries a signed credential inside a picture, as Open Badges 3.0 describes. The text is JSON or a compact JWS.
/// A picture only transports: what is unbaked is as untrusted as any upload.
public final class Baking {

    /// The largest picture that is looked at.
    public static final int MAX_PICTURE = 10 * 1024 * 1024;
    /// The largest credential inside one, in bytes.
    public static final int MAX_CREDENTIAL = 2 * 1024 * 1024;

    private Baking() {}

    /// The PNG with the credential in it, instead of any that was there.
    public static byte[] bakePng(byte[] png, String credential) {
        checkSize(png);
        return Png.bake(png, checkCredential(credential));
    }

    /// The credential in the PNG, if there is one; else the Open Badges 2.0 assertion or its address.
    public static Optional<String> unbakePng(byte[] png) {
        checkSize(png);
        return Png.unbake(png);
    }

    /// The SVG with the credential in it, instead of any that was there. A document type declaration is dropped.
    public static byte[] bakeSvg(byte[] svg, String credential) {
        checkSize(svg);
        return Svg.bake(svg, checkCredential(credential));
    }

    /// The credential in the SVG, if there is one; else the Open Badges 2.0 assertion or its address.
    public static Optional<String> unbakeSvg(byte[] svg) {
        checkSize(svg);
        return Svg.unbake(svg);
    }

    /// Whether the bytes start as a PNG does.
    public static boolean looksLikePng(byte[] bytes) {
        return Png.hasSignature(bytes);
    }

    private static void checkSize(byte[] picture) {
        if (picture.length > MAX_PICTURE) {
            throw new BakingException(Code.TOO_LARGE, "the picture is larger than " + MAX_PICTURE + " bytes");
        }
    }

    private static String checkCredential(String credential) {
        if (credential.isBlank() || credential.length() > MAX_CREDENTIAL) {
            throw new IllegalArgumentException("the credential is empty or too large");
        }
        return credential;
    }
}
