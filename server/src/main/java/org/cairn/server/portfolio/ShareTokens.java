package org.cairn.server.portfolio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.cairn.server.operate.MasterKey;
import org.springframework.stereotype.Component;

/// Tokens of share links: 256 random bits, found by hash, shown again to their owner by unsealing. Thread-safe.
@Component
class ShareTokens {
    private final MasterKey key;
    private final SecureRandom random = new SecureRandom();

    ShareTokens(MasterKey key) {
        this.key = key;
    }

    String fresh() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] seal(String token, ShareId share) {
        return key.seal(token.getBytes(StandardCharsets.US_ASCII), context(share));
    }

    String open(byte[] sealed, ShareId share) {
        return new String(key.open(sealed, context(share)), StandardCharsets.US_ASCII);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String context(ShareId share) {
        return "share:" + share;
    }
}
