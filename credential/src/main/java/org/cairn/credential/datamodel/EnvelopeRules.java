package org.cairn.credential.datamodel;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.regex.Pattern;
import org.cairn.credential.datamodel.Problem.Code;

/// Sections 4.13.1 and 4.13.2: documents secured from outside, wrapped into an object.
final class EnvelopeRules {

    static final String CREDENTIAL = "EnvelopedVerifiableCredential";
    static final String PRESENTATION = "EnvelopedVerifiablePresentation";

    private static final Pattern DATA =
            Pattern.compile("data:[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(;[^,]{1,200})?,\\S+");
    private static final int MAX_CHARS = 2 * 1024 * 1024;

    private EnvelopeRules() {}

    static boolean isEnvelope(JsonObject object) {
        return Nodes.hasType(object, CREDENTIAL) || Nodes.hasType(object, PRESENTATION);
    }

    static void check(JsonObject envelope, String pointer, Problems problems) {
        Contexting.checkEnvelope(envelope, pointer, problems);
        problems.demand(isEnvelope(envelope), Code.TYPE_REQUIRED, Problems.at(pointer, "type"));
        Nodes.typed(envelope, pointer, problems);
        boolean carries = envelope.get("id") instanceof JsonString id
                && id.getString().length() <= MAX_CHARS
                && DATA.matcher(id.getString()).matches();
        problems.demand(carries, Code.ENVELOPE_ID, Problems.at(pointer, "id"));
    }
}
