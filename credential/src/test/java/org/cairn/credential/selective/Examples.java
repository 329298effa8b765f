package org.cairn.credential.selective;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.credential.Badges;
import org.cairn.credential.Vectors;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.proof.Contexts;

/// The examples of both standards, and what is needed to read them.
final class Examples {

    /// The words of `https://w3id.org/citizenship/v4rc1` that the examples use, as they are defined there.
    static final Contexts CONTEXTS = Badges.CONTEXTS.with("https://w3id.org/citizenship/v4rc1", Json.object("""
            {"@context": {
               "c": "https://w3id.org/citizenship#", "s": "https://schema.org/",
               "EmployablePerson": "c:EmployablePerson", "PermanentResident": "c:PermanentResident",
               "EmploymentAuthorizationDocument": "c:EmploymentAuthorizationDocument",
               "EmploymentAuthorizationDocumentCredential": "c:EmploymentAuthorizationDocumentCredential",
               "PermanentResidentCard": "c:PermanentResidentCard", "Person": "s:Person",
               "PermanentResidentCardCredential": "c:PermanentResidentCardCredential",
               "additionalName": "s:additionalName", "familyName": "s:familyName", "gender": "s:gender",
               "givenName": "s:givenName", "identifier": "s:identifier",
               "image": {"@id": "s:image", "@type": "@id"},
               "birthDate": {"@id": "s:birthDate", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
               "residentSince": {"@id": "c:residentSince", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
               "birthCountry": "c:birthCountry", "commuterClassification": "c:commuterClassification",
               "employmentAuthorizationDocument": {"@id": "c:employmentAuthorizationDocument", "@type": "@id"},
               "permanentResidentCard": {"@id": "c:permanentResidentCard", "@type": "@id"},
               "lprCategory": "c:lprCategory", "lprNumber": "c:lprNumber"}}"""));

    static final byte[] LABEL_KEY =
            HexFormat.of().parseHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    static final byte[] PRESENTATION = HexFormat.of().parseHex("113377aa");

    private Examples() {}

    static EcKey issuer() {
        return ecKey("baseKeyPair");
    }

    static EcKey proofKey() {
        return ecKey("proofKeyPair");
    }

    static BbsKey bbsIssuer() {
        String secret = Vectors.json("di-bbs/BBSKeyMaterial.json").getString("privateKeyHex");
        return BbsKey.ofSecret(HexFormat.of().parseHex(secret)).orElseThrow();
    }

    static BaseProofOptions options(Example example) {
        return new BaseProofOptions(
                example.mandatory(), java.util.Optional.of(java.time.Instant.parse("2023-08-15T23:36:38Z")));
    }

    static JsonArray array(String name) {
        try (JsonReader reader = Json.PROVIDER.createReader(new StringReader(Vectors.text(name)))) {
            return reader.readArray();
        }
    }

    static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    static List<Integer> numbers(JsonArray array) {
        return array.stream().map(value -> Integer.valueOf(value.toString())).toList();
    }

    private static EcKey ecKey(String name) {
        JsonObject pair =
                Vectors.json("di-ecdsa/ecdsa-sd-2023/SDKeyMaterial.json").getJsonObject(name);
        return EcKey.ofSecretMultibase(pair.getString("secretKeyMultibase"));
    }

    /// One example: where its steps are, and its pointers.
    record Example(String folder, String pointers) {

        static Example ofEcdsa(String name) {
            return name.equals("prc")
                    ? new Example("di-ecdsa/ecdsa-sd-2023/prc/", "di-ecdsa/prCred")
                    : new Example("di-ecdsa/ecdsa-sd-2023/employ/", "di-ecdsa/employ");
        }

        static Example ofBbs(String name) {
            return name.equals("prc")
                    ? new Example("di-bbs/prc/", "di-bbs/prCred")
                    : new Example("di-bbs/", "di-bbs/wind");
        }

        List<String> mandatory() {
            return strings(array(pointers + "Mandatory.json"));
        }

        List<String> selective() {
            return strings(array(pointers + "Selective.json"));
        }

        JsonObject step(String name) {
            return Vectors.json(folder + name + ".json");
        }

        List<String> lines(String name) {
            return strings(array(folder + name + ".json"));
        }

        List<Integer> indexes(String step, String name) {
            return numbers(step(step).getJsonArray(name));
        }

        JsonObject base() {
            return step("addSignedSDBase");
        }

        JsonObject document() {
            return Secured.signed(base());
        }

        JsonObject derived() {
            return step("derivedRevealDocument");
        }

        byte[] hash(String step, String name) {
            return HexFormat.of().parseHex(step(step).getString(name));
        }

        /// A group of statements with their places.
        SortedMap<Integer, String> statements(String group) {
            SortedMap<Integer, String> result = new TreeMap<>();
            for (JsonValue entry : step("addBaseTransform").getJsonObject(group).getJsonArray("value")) {
                result.put(entry.asJsonArray().getInt(0), entry.asJsonArray().getString(1));
            }
            return result;
        }
    }
}
