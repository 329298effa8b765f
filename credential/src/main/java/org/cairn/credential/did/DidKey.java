package org.cairn.credential.did;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.key.Ed25519PublicKey;
import org.cairn.credential.key.Multibase;

/// `did:key`: the identifier is the key, so the document is computed. It can neither rotate nor be revoked.
public final class DidKey implements DidResolver {

    private static final String PREFIX = "did:key:";
    private static final int MAX_CHARS = 300;

    @Override
    public DidResolution resolve(String did) {
        if (!did.startsWith(PREFIX) || did.length() > MAX_CHARS) {
            return new DidResolution.Invalid("not a did:key");
        }
        String key = did.substring(PREFIX.length());
        if (Ed25519PublicKey.ofMultibase(key).isEmpty() && !isOtherMultikey(key)) {
            return new DidResolution.Invalid("the did:key holds no valid key");
        }
        return new DidResolution.Resolved(document(did, key));
    }

    private static JsonObject document(String did, String key) {
        Multikey multikey = new Multikey(did + "#" + key, key, Optional.empty(), Optional.empty());
        return DidDocument.of(did, List.of(multikey));
    }

    /// A well-formed multikey of another algorithm: the DID is fine, though we may not be able to use its key.
    private static boolean isOtherMultikey(String key) {
        try {
            byte[] decoded = key.startsWith("z") ? Multibase.decode(key) : new byte[0];
            return decoded.length > 34 || (decoded.length == 34 && (decoded[0] & 0xff) != 0xed);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
