package org.cairn.server.vcapi;

import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.selective.Disclosures;
import org.springframework.stereotype.Component;

/// The contexts of the VC API, which are those of the house, and what signs and checks with them in every suite.
@Component
class Vocabularies {
    private final Contexts contexts;
    private final DataIntegrity integrity;

    Vocabularies(Contexts bundled) {
        this.contexts = bundled;
        this.integrity = Disclosures.readBy(new DataIntegrity(contexts), contexts);
    }

    Contexts contexts() {
        return contexts;
    }

    DataIntegrity integrity() {
        return integrity;
    }
}
