package org.cairn.server.issue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses that people typed in, taken into credentials only where they are absolute: others would stay unsigned.
final class Addresses {
    private Addresses() {}

    static Optional<URI> absolute(String text) {
        try {
            return Optional.of(new URI(text.strip()))
                    .filter(URI::isAbsolute)
                    .filter(uri -> uri.toString().length() <= 2_000);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
