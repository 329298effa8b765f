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
import org.cairn.credential.json.Json;

/// Whether a credential has the structure of an Open Badge, by our own schema: the published ones cannot be fetched
/// during a verification, and refuse what VC 2.0 and JSON-LD allow.
final class SchemaCheck {

    private static final int MAX_FAULTS = 5;

    private final Validator validator;
    private final URI schema;

    SchemaCheck() {
        this.validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        this.schema = validator.registerSchema(load());
    }

    List<Finding> check(JsonObject credential) {
        List<Finding> findings = new ArrayList<>();
        for (Error error : faults(credential)) {
            String place = error.getInstanceLocation().isEmpty() ? "/" : error.getInstanceLocation();
            findings.add(finding(FindingCode.SCHEMA_VIOLATED, String.valueOf(error.getError()), place));
        }
        if (!namesRecipient(credential)) {
            findings.add(finding(FindingCode.SUBJECT_ANONYMOUS));
        }
        return findings.isEmpty() ? List.of(finding(FindingCode.SCHEMA_CONFORMS)) : findings;
    }

    /// The validator is not documented as safe for several threads.
    private synchronized List<Error> faults(JsonObject credential) {
        return validator.validate(schema, (Object) credential).getErrors().stream()
                .limit(MAX_FAULTS)
                .toList();
    }

    private static boolean namesRecipient(JsonObject credential) {
        JsonObject subject = Json.member(credential, "credentialSubject").orElse(JsonObject.EMPTY_JSON_OBJECT);
        return Json.string(subject, "id").isPresent()
                || !Json.objects(subject, "identifier").isEmpty();
    }

    private static JsonObject load() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("open-badge.schema.json")) {
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
