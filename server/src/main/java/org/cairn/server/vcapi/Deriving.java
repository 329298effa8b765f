package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.util.List;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.selective.DisclosureException;
import org.springframework.stereotype.Service;

/// Shows parts of a credential that was issued for selective disclosure.
@Service
class Deriving {
    private static final String POINTER = "/verifiableCredential";

    private final Signatures signatures;

    Deriving(Signatures signatures) {
        this.signatures = signatures;
    }

    /// @throws Refused when it cannot be derived from, or a pointer leads nowhere
    JsonObject derive(JsonObject credential, List<String> selectivePointers) {
        var troubles = Troubles.of(DataModel.credentialOfAnyVersion(credential), POINTER);
        if (!troubles.isEmpty()) {
            throw new Refused(troubles);
        }
        try {
            return signatures.derive(credential, selectivePointers);
        } catch (ContentException e) {
            throw new Refused(Troubles.of(e.code(), e.detail(), POINTER));
        } catch (DisclosureException e) {
            throw new Refused(disclosure(e, POINTER));
        }
    }

    static Trouble disclosure(DisclosureException e, String pointer) {
        return Trouble.at(pointer, Trouble.Type.PROOF_GENERATION_ERROR, "vcapi.disclosure." + e.code(), e.detail());
    }
}
