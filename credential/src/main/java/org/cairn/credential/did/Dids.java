package org.cairn.credential.did;

import java.util.Map;
import org.cairn.credential.outside.Outside;

/// Chooses the resolver by DID method.
public final class Dids {

    private Dids() {}

    /// `did:key`, `did:jwk` and `did:web`.
    public static DidResolver standard(Outside outside) {
        Map<String, DidResolver> byMethod =
                Map.of("key", new DidKey(), "jwk", new DidJwk(), "web", new DidWeb(outside));
        return did -> resolve(did, byMethod);
    }

    private static DidResolution resolve(String did, Map<String, DidResolver> byMethod) {
        String[] parts = did.split(":", 3);
        if (parts.length < 3 || !parts[0].equals("did") || parts[2].isEmpty()) {
            return new DidResolution.Invalid("not a DID");
        }
        DidResolver resolver = byMethod.get(parts[1]);
        return resolver == null ? new DidResolution.Unsupported(parts[1]) : resolver.resolve(did);
    }
}
