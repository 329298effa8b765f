package org.cairn.credential.datamodel;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/// Whether a document is built as the Verifiable Credentials Data Model demands. An empty answer says that nothing is
/// wrong with the form; it says nothing about signatures. Thread-safe.
public final class DataModel {

    /// The first context of every document of version 2.0.
    public static final String BASE_CONTEXT = "https://www.w3.org/ns/credentials/v2";

    /// The first context of every document of version 1.1.
    public static final String BASE_CONTEXT_1 = "https://www.w3.org/2018/credentials/v1";

    private static final Set<String> ONLY_2 = Set.of(BASE_CONTEXT);
    private static final Set<String> BOTH = Set.of(BASE_CONTEXT, BASE_CONTEXT_1);

    private DataModel() {}

    /// A credential of version 2.0, signed or not.
    public static List<Problem> credential(JsonObject credential) {
        Problems problems = new Problems();
        CredentialRules.check(credential, "", ONLY_2, problems);
        return problems.list();
    }

    /// A credential of version 2.0 or 1.1, each by its own rules.
    public static List<Problem> credentialOfAnyVersion(JsonObject credential) {
        Problems problems = new Problems();
        CredentialRules.check(credential, "", BOTH, problems);
        return problems.list();
    }

    /// A presentation of version 2.0, with the credentials in it.
    public static List<Problem> presentation(JsonObject presentation) {
        Problems problems = new Problems();
        PresentationRules.check(presentation, ONLY_2, problems);
        return problems.list();
    }

    /// A presentation of version 2.0 or 1.1, with the credentials in it, each by its own rules.
    public static List<Problem> presentationOfAnyVersion(JsonObject presentation) {
        Problems problems = new Problems();
        PresentationRules.check(presentation, BOTH, problems);
        return problems.list();
    }

    /// An `EnvelopedVerifiableCredential` or `EnvelopedVerifiablePresentation`; what it envelops is not opened.
    public static List<Problem> envelope(JsonObject envelope) {
        Problems problems = new Problems();
        EnvelopeRules.check(envelope, "", problems);
        return problems.list();
    }
}
