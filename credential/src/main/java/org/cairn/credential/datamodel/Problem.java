package org.cairn.credential.datamodel;

/// One demand of the standard that a document does not meet.
///
/// @param pointer where, as a JSON pointer (RFC 6901); empty for the document itself
public record Problem(Code code, String pointer) {

    private static final int MAX_POINTER = 300;

    /// Pointers are made of a stranger's member names: a report must not grow with them.
    public Problem {
        pointer = pointer.length() <= MAX_POINTER ? pointer : pointer.substring(0, MAX_POINTER);
    }

    /// Every demand that is checked. Names are stable: programs and translations rely on them.
    public enum Code {
        CONTEXT_MISSING("vc-data-model-2.0#contexts", "There is no @context."),
        CONTEXT_NOT_A_LIST("vc-data-model-2.0#contexts", "The @context has to be an array."),
        CONTEXT_FIRST(
                "vc-data-model-2.0#contexts", "The first item of @context has to be the address of the base context."),
        CONTEXT_ITEM("vc-data-model-2.0#contexts", "A context has to be an address or an object."),
        ID_NOT_URL("vc-data-model-2.0#identifiers", "An id has to be a single absolute URL."),
        ID_MISSING("vc-data-model-2.0#identifiers", "An id is required here."),
        TYPE_MISSING("vc-data-model-2.0#types", "There is no type."),
        TYPE_VALUE("vc-data-model-2.0#types", "A type has to be a term or an absolute URL."),
        TYPE_REQUIRED("vc-data-model-2.0#types", "The type that says what this is has to be among the types."),
        TEXT_FORM(
                "vc-data-model-2.0#names-and-descriptions",
                "A name or description has to be a string, a language value object or an array of those."),
        LANGUAGE_VALUE(
                "vc-data-model-2.0#language-and-base-direction",
                "A language value object holds @value, @language and @direction, and nothing else."),
        ISSUER_MISSING("vc-data-model-2.0#issuer", "There is no issuer."),
        ISSUER_FORM("vc-data-model-2.0#issuer", "The issuer has to be a URL or an object whose id is a URL."),
        SUBJECT_MISSING("vc-data-model-2.0#credential-subject", "There is no credentialSubject."),
        SUBJECT_FORM("vc-data-model-2.0#credential-subject", "A subject has to be an object."),
        SUBJECT_EMPTY("vc-data-model-2.0#credential-subject", "A subject has to have at least one claim."),
        DATE_MISSING("vc-data-model#issuance-date", "There is no issuanceDate."),
        DATE_FORM("vc-data-model-2.0#validity-period", "A date has to be a dateTimeStamp with a time zone."),
        PERIOD_REVERSED("vc-data-model-2.0#validity-period", "The end of the validity lies before its start."),
        OBJECT_EXPECTED("vc-data-model-2.0#basic-concepts", "One or more objects are expected here."),
        STATUS_ENTRY("vc-bitstring-status-list#bitstringstatuslistentry", "The status entry is malformed here."),
        RESOURCE_TWICE(
                "vc-data-model-2.0#integrity-of-related-resources", "A related resource may be listed only once."),
        RESOURCE_DIGEST_MISSING(
                "vc-data-model-2.0#integrity-of-related-resources",
                "A related resource needs a digestSRI or a digestMultibase."),
        RESOURCE_DIGEST(
                "vc-data-model-2.0#integrity-of-related-resources", "The digest cannot be that of any resource."),
        RESOURCE_DIFFERS(
                "vc-data-model-2.0#integrity-of-related-resources",
                "The digest is not that of the resource at this address."),
        MEDIA_TYPE("vc-data-model-2.0#integrity-of-related-resources", "A mediaType has to be a media type."),
        ENVELOPE_ID(
                "vc-data-model-2.0#enveloped-verifiable-credentials",
                "The id of an envelope has to be a data: URL with what it envelops."),
        ENVELOPE_CONTEXT(
                "vc-data-model-2.0#enveloped-verifiable-credentials",
                "The @context of an envelope has to include the base context."),
        CREDENTIALS_FORM(
                "vc-data-model-2.0#verifiable-presentations",
                "A presentation holds credentials as objects, at least one where it holds any."),
        HOLDER_FORM(
                "vc-data-model-2.0#verifiable-presentations", "The holder has to be a URL or an object with an id."),
        PROOF_FORM("vc-data-integrity#proofs", "A proof has to be an object, several an array of objects.");

        private final String section;
        private final String message;

        Code(String section, String message) {
            this.section = section;
            this.message = message;
        }

        /// The specification and its section, as the last part of an address below `https://www.w3.org/TR/`.
        public String section() {
            return section;
        }

        /// The demand in English.
        public String message() {
            return message;
        }
    }
}
