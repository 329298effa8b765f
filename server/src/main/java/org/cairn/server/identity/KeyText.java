package org.cairn.server.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// A key as a program presents it: `cairn_…` for an organisation, `cairn_me_…` for a person, then the key's id and a
/// secret of which only the hash is kept.
record KeyText(Owner owner, UUID id, String secret) {
    private static final Pattern FORM = Pattern.compile("cairn_(me_)?([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    enum Owner {
        ORGANISATION,
        PERSON
    }

    static KeyText fresh(Owner owner, SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new KeyText(
                owner,
                UUID.randomUUID(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// @return empty when it has not the form of a key
    static Optional<KeyText> parse(String presented) {
        var form = FORM.matcher(presented);
        return form.matches()
                ? Optional.of(new KeyText(
                        form.group(1) == null ? Owner.ORGANISATION : Owner.PERSON, id(form.group(2)), form.group(3)))
                : Optional.empty();
    }

    private static UUID id(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    /// A name somebody gave a key, tidied.
    ///
    /// @throws InputException when it says nothing or too much
    static String name(String typed) {
        if (typed.isBlank() || typed.length() > 100 || !Text.isLine(typed.strip())) {
            throw new InputException(Fault.of("name", "identity.key.name.form"));
        }
        return typed.strip();
    }

    /// Whether it is the key of which this hash was kept.
    boolean hasHash(byte[] kept) {
        return MessageDigest.isEqual(kept, hash());
    }

    byte[] hash() {
        return OneTimeLinks.hash(secret);
    }

    /// The whole key as the program sends it; never to be had again.
    String whole() {
        var mark = switch (owner) {
            case ORGANISATION -> "cairn_";
            case PERSON -> "cairn_me_";
        };
        return mark + id.toString().replace("-", "") + "_" + secret;
    }

    @Override
    public String toString() {
        return "KeyText[" + owner + " " + id + "]";
    }
}
