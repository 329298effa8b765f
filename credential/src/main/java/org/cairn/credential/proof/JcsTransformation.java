package org.cairn.credential.proof;

import static org.cairn.credential.proof.Documents.CONTEXT;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.cairn.credential.json.Jcs;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.proof.ContentException.Code;
import org.cairn.credential.proof.Cryptosuite.Covered;

/// Canonical JSON (RFC 8785): covers every character of the document, and knows nothing of linked data.
final class JcsTransformation implements Transformation {

    /// 3.3.2 of the standards: a proof that says in which context it was made is checked in that one. Contexts
    /// may have been added behind it since; the plain reading of the document does not depend on them.
    @Override
    public String document(Covered covered, Hash hash) {
        JsonValue context = covered.options().get(CONTEXT);
        if (context == null) {
            return canonical(covered.document());
        }
        if (!Documents.contextBegins(covered.document(), covered.options())) {
            throw new ContentException(Code.REINTERPRETED, "@context of the proof");
        }
        return canonical(Documents.with(covered.document(), CONTEXT, context));
    }

    @Override
    public String options(Covered covered, Hash hash) {
        return canonical(covered.options());
    }

    private static String canonical(JsonObject object) {
        try {
            return Jcs.canonical(object);
        } catch (MalformedJsonException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, e.code().name());
        }
    }
}
