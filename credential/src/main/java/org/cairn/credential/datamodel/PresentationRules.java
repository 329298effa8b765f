package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.cairn.credential.datamodel.Nodes.Placed;
import org.cairn.credential.datamodel.Problem.Code;

/// Section 4.13: a presentation and what it presents.
final class PresentationRules {

    static final String TYPE = "VerifiablePresentation";

    private static final String CREDENTIALS = "verifiableCredential";

    private PresentationRules() {}

    static void check(JsonObject presentation, Set<String> bases, Problems problems) {
        if (Nodes.hasType(presentation, EnvelopeRules.PRESENTATION)) {
            EnvelopeRules.check(presentation, "", problems);
            return;
        }
        Contexting.check(presentation, "", bases, problems);
        Nodes.optionalId(presentation, "", problems);
        Nodes.typed(presentation, "", problems, Nodes.inlineTypes(presentation));
        problems.demand(Nodes.hasType(presentation, TYPE), Code.TYPE_REQUIRED, "/type");
        holder(presentation, problems);
        credentials(presentation, bases, problems);
        CredentialRules.typed(presentation, "termsOfUse", "", problems);
        CredentialRules.proofs(presentation, "", problems);
    }

    private static void holder(JsonObject presentation, Problems problems) {
        JsonValue holder = presentation.get("holder");
        switch (holder) {
            case null -> {}
            case JsonObject object -> problems.demand(Urls.isUrl(object.get("id")), Code.HOLDER_FORM, "/holder/id");
            default -> problems.demand(Urls.isUrl(holder), Code.HOLDER_FORM, "/holder");
        }
    }

    /// An empty array says as much as none: linked data knows no difference.
    private static void credentials(JsonObject presentation, Set<String> bases, Problems problems) {
        JsonValue value = presentation.get(CREDENTIALS);
        if (value == null || (value instanceof JsonArray several && several.isEmpty())) {
            return;
        }
        String place = Problems.at("", CREDENTIALS);
        for (Placed credential : Nodes.objects(value, place, Code.CREDENTIALS_FORM, problems)) {
            if (EnvelopeRules.isEnvelope(credential.object())) {
                EnvelopeRules.check(credential.object(), credential.pointer(), problems);
            } else {
                CredentialRules.check(credential.object(), credential.pointer(), bases, problems);
            }
        }
    }
}
