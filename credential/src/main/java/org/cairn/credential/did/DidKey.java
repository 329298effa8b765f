package org.cairn.credential.did;

import jakarta.json.JsonObject;
import java.util.List;
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
        if (!isMultikey(key)) {
            return new DidResolution.Invalid("the did:key holds no valid key");
        }
        return new DidResolution.Resolved(document(did, key));
    }

    /// The one key is for everything that keys of its kind can do.
    private static JsonObject document(String did, String key) {
        Multikey multikey = Multikey.current(did + "#" + key, key);
        return DidDocument.forEverything(DidDocument.of(did, List.of(multikey)), multikey.id());
    }

    /// Whether it is long enough for a key. Whether it is a usable one is for whoever uses it to find out, once.
    private static boolean isMultikey(String key) {
        try {
            return key.startsWith("z") && Multibase.decode(key).length >= 34;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
