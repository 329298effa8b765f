package org.cairn.server.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Seals secrets before they are stored (AES-256-GCM) and opens them again.
///
/// The key comes from `CAIRN_MASTER_KEY`, else from `master.key` in the data folder, made on first start and never
/// beside a database that is older. If it is lost, sealed signing keys cannot be used again and issuers need new ones;
/// issued credentials still verify. An attacker who has it and a copy of the database can sign as every issuer.
/// Thread-safe.
@Component
public class MasterKey {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    MasterKey(CairnSettings settings) {
        var text = settings.masterKey().isBlank() ? fromDataFolder(settings) : settings.masterKey();
        this.key = new SecretKeySpec(decoded(text), "AES");
    }

    /// @param context what the secret is and whose; the same must be given to open it
    /// @return nonce and ciphertext
    public byte[] seal(byte[] secret, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret, context);
        var all = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /// @throws IllegalStateException if the secret was sealed with another master key or context, or was altered
    public byte[] open(byte[] sealed, String context) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        var body = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, body, context);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, String context) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored secret does not open with this master key. Was the right master.key or CAIRN_MASTER_KEY"
                            + " restored together with the database?",
                    e);
        }
    }

    private static String fromDataFolder(CairnSettings settings) {
        if (settings.database().isExternal()) {
            throw new CannotStartException(
                    "With a database of your own, Cairn needs a master key of your own.",
                    "Set CAIRN_MASTER_KEY to 32 random bytes in base64 (openssl rand -base64 32) and keep it apart from"
                            + " the database's backups.");
        }
        try {
            var folder = Files.createDirectories(settings.dataDir());
            var file = new SecretFile(folder.resolve("master.key"));
            if (!file.exists() && EmbeddedPostgres.existsIn(folder)) {
                throw lost(folder);
            }
            return file.readOrCreate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStartException lost(Path folder) {
        return new CannotStartException(
                "The master key is missing: " + folder + " holds a database, but no master.key beside it.",
                "Put back the master.key that belongs to this database, or set CAIRN_MASTER_KEY to it. A new key would"
                        + " open none of the signing keys.");
    }

    private static byte[] decoded(String text) {
        var bytes = bytes(text.strip().replace('+', '-').replace('/', '_').replace("=", ""));
        if (bytes.length != 32) {
            throw unusable("The master key must be 32 bytes in base64, but is " + bytes.length + " bytes.");
        }
        return bytes;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unusable("The master key must be 32 bytes in base64, but is no base64.");
        }
    }

    private static CannotStartException unusable(String trouble) {
        return new CannotStartException(
                trouble, "Look at CAIRN_MASTER_KEY, or at master.key in the data folder where that is not set.");
    }
}
