package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.cairn.credential.key.Signer;

/// Signs and checks documents with `eddsa-rdfc-2022`. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class DataIntegrity {

    public DataIntegrity(Contexts contexts) {}

    /// The document with a proof added. `created` is written with whole seconds.
    public JsonObject sign(JsonObject unsigned, Signer signer, Instant created) {
        throw new UnsupportedOperationException("not yet");
    }
}
