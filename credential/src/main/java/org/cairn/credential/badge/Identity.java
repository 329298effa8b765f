package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A way to recognise the recipient (`IdentityObject`). A hashed value is pseudonymous personal data, not anonymous:
/// whoever can guess the e-mail address can confirm it.
public record Identity(String identityType, String identityHash, boolean hashed, Optional<String> salt) {

    public Identity {
        Bounds.require(
                Vocabulary.IDENTITIES.contains(identityType) || Vocabulary.isExtension(identityType),
                "not an identity type: " + identityType);
        Bounds.line(identityHash, "identity");
        Bounds.line(salt, "salt");
        Bounds.require(hashed || salt.isEmpty(), "only a hashed identity has a salt");
    }

    /// The e-mail address as `sha256$` + hex of SHA-256 over the lower-case address followed by the salt.
    public static Identity hashedEmail(String email, String salt) {
        return new Identity("emailAddress", hash(email, salt), true, Optional.of(salt));
    }

    /// A name in the clear.
    public static Identity name(String name) {
        return new Identity("name", name, false, Optional.empty());
    }

    /// The institution's number for the person, in the clear.
    public static Identity studentId(String number) {
        return new Identity("sisSourcedId", number, false, Optional.empty());
    }

    /// Whether this hashed identity is that of the given e-mail address.
    public boolean isHashOf(String email) {
        return hashed && hash(email, salt.orElse("")).equals(identityHash.toLowerCase(Locale.ROOT));
    }

    JsonObject toJson() {
        return new Members()
                .add("type", "IdentityObject")
                .add("identityHash", identityHash)
                .add("identityType", identityType)
                .add("hashed", hashed ? JsonValue.TRUE : JsonValue.FALSE)
                .add("salt", salt)
                .build();
    }

    private static String hash(String email, String salt) {
        String clear = email.strip().toLowerCase(Locale.ROOT) + salt;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(clear.getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
