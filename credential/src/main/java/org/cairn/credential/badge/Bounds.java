package org.cairn.credential.badge;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/// The limits every record of this package keeps, so that a credential stays small enough for every reader.
final class Bounds {

    static final int LINE = 500;
    static final int TEXT = 20_000;
    static final int LIST = 200;
    private static final int ADDRESS = 2_000;
    private static final int EMBEDDED_IMAGE = 700_000;

    private Bounds() {}

    static String line(String value, String what) {
        return bounded(value, what, LINE);
    }

    static String text(String value, String what) {
        return bounded(value, what, TEXT);
    }

    static Optional<String> line(Optional<String> value, String what) {
        return value.map(text -> line(text, what));
    }

    static Optional<String> text(Optional<String> value, String what) {
        return value.map(text -> text(text, what));
    }

    /// Absolute, because a relative address would silently stay outside the signature.
    static URI address(URI value, String what) {
        require(value.isAbsolute(), what + " must be absolute");
        require(value.toString().length() <= ADDRESS, what + " is too long");
        return value;
    }

    static Optional<URI> address(Optional<URI> value, String what) {
        return value.map(uri -> address(uri, what));
    }

    static Optional<URI> image(Optional<URI> value) {
        value.ifPresent(uri -> {
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean embedded = uri.toString().startsWith("data:image/");
            require(known || embedded, "an image is a web address or an embedded image");
            require(uri.toString().length() <= (embedded ? EMBEDDED_IMAGE : ADDRESS), "the image is too large");
        });
        return value;
    }

    static void few(Collection<?> items, String what) {
        require(items.size() <= LIST, "too many " + what);
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static String bounded(String value, String what, int max) {
        require(!value.isBlank(), what + " must not be blank");
        require(value.length() <= max, what + " is longer than " + max + " characters");
        return value;
    }
}
