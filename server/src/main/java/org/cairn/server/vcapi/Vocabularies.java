package org.cairn.server.vcapi;

import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.selective.Disclosures;
import org.springframework.stereotype.Component;

/// The contexts of the VC API: the bundled ones, and that of the standards' examples, which gives any word a meaning.
/// In credentials that people rely on such a context has no place, so the rest of the house does not know it.
@Component
class Vocabularies {
    private static final String EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";

    private final Contexts contexts;
    private final DataIntegrity integrity;

    Vocabularies(Contexts bundled) {
        this.contexts = bundled.with(
                EXAMPLES, Json.object("{\"@context\": {\"@vocab\": \"https://www.w3.org/ns/credentials/examples#\"}}"));
        this.integrity = Disclosures.readBy(new DataIntegrity(contexts), contexts);
    }

    Contexts contexts() {
        return contexts;
    }

    DataIntegrity integrity() {
        return integrity;
    }
}
