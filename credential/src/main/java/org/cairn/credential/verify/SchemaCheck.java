package org.cairn.credential.verify;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;

/// Whether a credential has the structure of its kind, by our own schema: the published ones cannot be fetched during
/// a verification, and refuse what VC 2.0 and JSON-LD allow. A schema the credential names itself is recognised where
/// ours says the same, and otherwise told, not applied: a stranger's schema proves nothing.
final class SchemaCheck {

    /// What has a schema of its own.
    private enum Kind {
        OPEN_BADGE("openBadge", "ob/v3p0/schema/json(-ld)?/ob_v3p0_(any)?achievementcredential_schema"),
        ENDORSEMENT("endorsement", "ob/v3p0/schema/json(-ld)?/ob_v3p0_endorsementcredential_schema"),
        LEARNER_RECORD("learnerRecord", "clr/v2p0/schema/json(-ld)?/clr_v2p0_clrcredential_schema");

        private final String definition;
        private final Pattern published;

        Kind(String definition, String published) {
            this.definition = definition;
            this.published = Pattern.compile("https://purl\\.imsglobal\\.org/spec/" + published + "\\.json");
        }

        URI id() {
            return URI.create("urn:cairn:schema:" + definition);
        }

        static Kind of(JsonObject credential) {
            List<String> types = Json.strings(credential, "type");
            if (types.contains("ClrCredential")) {
                return LEARNER_RECORD;
            }
            return types.contains("EndorsementCredential") ? ENDORSEMENT : OPEN_BADGE;
        }
    }

    private static final int MAX_FAULTS = 5;
    private static final List<String> SCHEMA_TYPES = List.of("1EdTechJsonSchemaValidator2019", "JsonSchema");

    private final Validator validator;

    SchemaCheck() {
        this.validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        validator.registerSchema(load());
        for (Kind kind : Kind.values()) {
            validator.registerSchema(schema(kind));
        }
    }

    private static JsonObject schema(Kind kind) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("$id", kind.id().toString())
                .add("$ref", "urn:cairn:schema:credentials#/$defs/" + kind.definition)
                .build();
    }

    List<Finding> check(JsonObject credential) {
        Kind kind = Kind.of(credential);
        List<Finding> findings = new ArrayList<>();
        for (Error error : faults(kind, credential)) {
            String place = error.getInstanceLocation().isEmpty() ? "/" : error.getInstanceLocation();
            findings.add(finding(FindingCode.SCHEMA_VIOLATED, String.valueOf(error.getError()), place));
        }
        if (kind != Kind.ENDORSEMENT && !namesRecipient(credential)) {
            findings.add(finding(FindingCode.SUBJECT_ANONYMOUS));
        }
        if (findings.isEmpty()) {
            findings.add(finding(FindingCode.SCHEMA_CONFORMS));
        }
        findings.addAll(others(kind, credential));
        return findings;
    }

    private static List<Finding> others(Kind kind, JsonObject credential) {
        return Json.objects(credential, "credentialSchema").stream()
                .filter(named -> !isOurs(kind, named))
                .limit(MAX_FAULTS)
                .map(named -> finding(
                        FindingCode.SCHEMA_OTHER, Json.string(named, "id").orElse("?")))
                .toList();
    }

    private static boolean isOurs(Kind kind, JsonObject named) {
        return Json.strings(named, "type").stream().anyMatch(SCHEMA_TYPES::contains)
                && kind.published.matcher(Json.string(named, "id").orElse("")).matches();
    }

    /// The validator is not documented as safe for several threads.
    private synchronized List<Error> faults(Kind kind, JsonObject credential) {
        return validator.validate(kind.id(), (Object) credential).getErrors().stream()
                .limit(MAX_FAULTS)
                .toList();
    }

    private static boolean namesRecipient(JsonObject credential) {
        JsonObject subject = Json.member(credential, "credentialSubject").orElse(JsonObject.EMPTY_JSON_OBJECT);
        return Json.string(subject, "id").isPresent()
                || !Json.objects(subject, "identifier").isEmpty();
    }

    private static JsonObject load() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("credentials.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the schema is missing");
            }
            return Json.object(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.SCHEMA, code, args);
    }
}
