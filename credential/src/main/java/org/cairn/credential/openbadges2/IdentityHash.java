package org.cairn.credential.openbadges2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whose a badge is: a name in the clear, or `sha256$` (long ago `md5$`) and the hash of the name followed by a salt.
/// The old hash is still compared, for it only ever has to match what is already known.
public record IdentityHash(String identity, boolean hashed, String salt) {

    /// Whether it stands for the address. Issuers hashed addresses as they were typed or in small letters.
    public boolean isOf(String email) {
        List<String> spellings = Stream.of(email.strip(), email.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!hashed && !identity.contains("$")) {
            return identity.strip().equalsIgnoreCase(email.strip());
        }
        return spellings.stream().anyMatch(this::matches);
    }

    private boolean matches(String name) {
        String[] parts = identity.split("\\$", 2);
        if (parts.length != 2) {
            return false;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "sha256" -> hash("SHA-256", name).equals(parts[1].toLowerCase(Locale.ROOT));
            case "md5" -> hash("MD5", name).equals(parts[1].toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    private String hash(String algorithm, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest((name + salt).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
