package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.credential.Badges;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our schema beside the one 1EdTech publishes: on a badge with everything in it, and on that badge with one thing
/// changed at a time. Where they differ, the difference is written down here with its reason.
class SchemaTest {

    private static final String OFFICIAL = "ob3-schemas/ob_v3p0_achievementcredential_schema.json";
    private static final List<String> VALUES =
            List.of("7", "true", "null", "'plain text'", "''", "{}", "[]", "[7]", "{'type': 'Other'}");
    private static final Set<String> STRICTER =
            Set.of(("@context id type issuer awardedDate validFrom validUntil activityStartDate activityEndDate"
                            + " dateOfBirth identityHash")
                    .split(" "));
    private static final SchemaCheck OURS = new SchemaCheck();

    @Test
    void both_accept_a_badge_with_everything_in_it() {
        assertThat(official().accepts(everything())).isTrue();
        assertThat(oursAccepts(everything())).isTrue();
    }

    /// Nothing that 1EdTech refuses gets through ours.
    @Test
    void what_the_official_schema_refuses_ours_refuses_too() {
        Official official = official();

        Map<String, List<String>> more = new TreeMap<>();
        for (Mutation mutation : mutations()) {
            if (!official.accepts(mutation.document) && oursAccepts(mutation.document)) {
                more.computeIfAbsent(mutation.value, value -> new ArrayList<>()).add(mutation.pointer);
            }
        }

        assertThat(more).isEqualTo(Map.of());
    }

    /// Ours is stricter only where a single text stands for a list of contexts or types, or for an id, an issuer, a
    /// date or a hash without being one, and where a map without anything in it stands for a text.
    @Test
    void what_the_official_schema_accepts_ours_accepts_too() {
        Official official = official();

        Map<String, List<String>> less = new TreeMap<>();
        for (Mutation mutation : mutations()) {
            boolean stricter = official.accepts(mutation.document) && !oursAccepts(mutation.document);
            if (stricter && !mutation.isNoText() && !mutation.isNotWhatItsNameSays()) {
                less.computeIfAbsent(mutation.value, value -> new ArrayList<>()).add(mutation.pointer);
            }
        }

        assertThat(less).isEqualTo(Map.of());
    }

    private static boolean oursAccepts(JsonObject document) {
        return OURS.check(document).stream().noneMatch(finding -> finding.code() == FindingCode.SCHEMA_VIOLATED);
    }

    private record Mutation(String pointer, String value, JsonObject document) {

        boolean isNoText() {
            return value.equals("{}") || value.equals("{'type': 'Other'}");
        }

        boolean isNotWhatItsNameSays() {
            return value.startsWith("'") && STRICTER.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
    }

    private static List<Mutation> mutations() {
        List<Mutation> result = new ArrayList<>();
        for (String pointer : pointers(everything(), "")) {
            result.add(new Mutation(pointer, "removed", Checking.remove(everything(), pointer)));
            for (String value : VALUES) {
                result.add(new Mutation(pointer, value, Checking.set(everything(), pointer, value)));
            }
        }
        return result;
    }

    private static List<String> pointers(JsonValue value, String here) {
        List<String> result = new ArrayList<>();
        switch (value) {
            case JsonObject object ->
                object.forEach((name, member) -> {
                    result.add(here + "/" + name);
                    result.addAll(pointers(member, here + "/" + name));
                });
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    result.add(here + "/" + i);
                    result.addAll(pointers(array.get(i), here + "/" + i));
                }
            }
            default -> {}
        }
        return result;
    }

    private static Official official() {
        return new Official(Vectors.json(OFFICIAL));
    }

    private static final class Official {
        private final Validator validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .withDisabledSchemaValidation(true)
                .createValidator();
        private final URI schema;

        Official(JsonObject published) {
            // of 2019-09, which differs from 2020-12 in how a list's first entries are described
            JsonObject newer = Json.object(Json.text(published)
                    .replace("\"$schema\":\"https://json-schema.org/draft/2019-09/schema#\",", "")
                    .replace("\"items\":[", "\"prefixItems\":[")
                    .replace("\"additionalItems\":", "\"items\":"));
            schema = validator.registerSchema(newer);
        }

        boolean accepts(JsonObject document) {
            return validator.validate(schema, (Object) document).isValid();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json | 1EdTechJsonSchemaValidator2019 | false",
                "ob/v3p0/schema/json-ld/ob_v3p0_anyachievementcredential_schema.json | JsonSchema | false",
                "clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json | JsonSchema | true",
                "other/schema.json | JsonSchema | true",
                "ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json | Other | true",
            })
    void a_schema_that_is_named_is_recognised_or_told(String address, String type, boolean told) {
        JsonObject badge = Checking.set(
                Badges.aBadge().toJson(),
                "/credentialSchema",
                "[{'id': 'https://purl.imsglobal.org/spec/%s', 'type': '%s'}]".formatted(address, type));

        assertThat(OURS.check(badge))
                .extracting(Finding::code)
                .contains(FindingCode.SCHEMA_CONFORMS)
                .satisfies(codes ->
                        assertThat(codes.contains(FindingCode.SCHEMA_OTHER)).isEqualTo(told));
    }

    /// Every member of every class of the standard.
    private static JsonObject everything() {
        return Json.object(EVERYTHING.replace('\'', '"'));
    }

    private static final String PROFILE = """
            'id': 'https://uni.example.edu', 'type': ['Profile'], 'name': 'Uni', 'url': 'https://uni.example.edu',
            'phone': '+1', 'description': 'd', 'image': {'id': 'https://x.example/i.png', 'type': 'Image', 'caption': 'c'},
            'email': 'a@b.example', 'otherIdentifier':
              [{'type': 'IdentifierEntry', 'identifier': '1', 'identifierType': 'sourcedId'}],
            'address': {'type': ['Address'], 'addressCountry': 'c', 'addressCountryCode': 'DE', 'addressRegion': 'r',
              'addressLocality': 'l', 'streetAddress': 's', 'postOfficeBoxNumber': 'b', 'postalCode': 'p',
              'geo': {'type': 'GeoCoordinates', 'latitude': 1.5, 'longitude': 2.5}},
            'official': 'o', 'familyName': 'f', 'givenName': 'g', 'additionalName': 'a', 'patronymicName': 'p',
            'honorificPrefix': 'h', 'honorificSuffix': 's', 'familyNamePrefix': 'v', 'dateOfBirth': '2000-01-31',
            'parentOrg': {'id': 'https://parent.example', 'type': ['Profile'], 'name': 'Parent'}""";
    private static final String ALIGNMENT = """
            [{'type': ['Alignment'], 'targetCode': 'c', 'targetDescription': 'd', 'targetName': 'n',
              'targetFramework': 'f', 'targetType': 'CFItem', 'targetUrl': 'https://x.example/skill'}]""";
    private static final String ACHIEVEMENT = """
            'id': 'https://x.example/a', 'type': ['Achievement'], 'alignment': %1$s, 'achievementType': 'Course',
            'creator': {'id': 'https://x.example', 'type': ['Profile']}, 'creditsAvailable': 2.5,
            'criteria': {'id': 'https://x.example/c', 'narrative': 'n'}, 'description': 'd', 'fieldOfStudy': 'f',
            'humanCode': 'h', 'image': {'id': 'https://x.example/i.png', 'type': 'Image'}, 'inLanguage': 'en',
            'name': 'n', 'otherIdentifier': [{'type': 'IdentifierEntry', 'identifier': '1', 'identifierType': 'name'}],
            'related': [{'id': 'https://x.example/b', 'type': ['Related'], 'inLanguage': 'de', 'version': '1'}],
            'resultDescription': [{'id': 'urn:r', 'type': ['ResultDescription'], 'alignment': %1$s,
              'allowedValue': ['a', 'b'], 'name': 'n', 'requiredLevel': 'urn:l', 'requiredValue': 'a',
              'resultType': 'LetterGrade', 'valueMax': '9', 'valueMin': '1', 'rubricCriterionLevel':
              [{'id': 'urn:l', 'type': ['RubricCriterionLevel'], 'alignment': %1$s, 'description': 'd', 'level': 'l',
                'name': 'n', 'points': '1'}]}],
            'specialization': 's', 'tag': ['t', 'u'], 'version': '1'""".formatted(ALIGNMENT);
    private static final String EVERYTHING = """
            {'@context': ['https://www.w3.org/ns/credentials/v2',
              'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
             'id': 'https://x.example/1', 'type': ['VerifiableCredential', 'OpenBadgeCredential'], 'name': 'n',
             'description': 'd', 'image': {'id': 'https://x.example/i.png', 'type': 'Image', 'caption': 'c'},
             'awardedDate': '2026-01-01T00:00:00Z', 'issuer': {%s}, 'validFrom': '2026-01-01T00:00:00Z',
             'validUntil': '2027-01-01T00:00:00+01:00',
             'credentialSubject': {'id': 'did:example:1', 'type': ['AchievementSubject'],
               'activityEndDate': '2026-01-01T00:00:00Z', 'activityStartDate': '2025-01-01T00:00:00.5Z',
               'creditsEarned': 2, 'achievement': {%s}, 'identifier': [{'type': 'IdentityObject', 'hashed': true,
               'identityHash': 'sha256$0', 'identityType': 'emailAddress', 'salt': 's'}],
               'image': {'id': 'https://x.example/i.png', 'type': 'Image'}, 'licenseNumber': 'l', 'narrative': 'n',
               'result': [{'type': ['Result'], 'achievedLevel': 'urn:l', 'alignment': %s,
                 'resultDescription': 'urn:r', 'status': 'Completed', 'value': 'a'}],
               'role': 'r', 'source': {'id': 'https://x.example', 'type': ['Profile']}, 'term': 't'},
             'proof': [{'type': 'DataIntegrityProof'}],
             'credentialSchema': [{'id': 'https://x.example/s', 'type': '1EdTechJsonSchemaValidator2019'}],
             'credentialStatus': {'id': 'https://x.example/s#1', 'type': 'BitstringStatusListEntry'},
             'refreshService': {'id': 'https://x.example/r', 'type': '1EdTechCredentialRefresh'},
             'termsOfUse': [{'id': 'https://x.example/t', 'type': 'Terms'}],
             'evidence': [{'id': 'https://x.example/e', 'type': ['Evidence'], 'narrative': 'n', 'name': 'n',
               'description': 'd', 'genre': 'g', 'audience': 'a'}]}""".formatted(PROFILE, ACHIEVEMENT, ALIGNMENT);
}
