package org.cairn.credential;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Alignment;
import org.cairn.credential.badge.Evidence;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Result;
import org.cairn.credential.badge.ResultDescription;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;

/// Readable, realistic badges for tests.
public final class Badges {

    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final URI STATUS_LIST = URI.create("https://status.example.edu/lists/1");
    public static final Contexts CONTEXTS = Contexts.bundled();
    public static final DataIntegrity INTEGRITY = new DataIntegrity(CONTEXTS);
    public static final Ed25519Key UNIVERSITY = key(1);
    public static final Ed25519Key STRANGER = key(2);
    public static final Ed25519Key EMPLOYER = key(3);

    private Badges() {}

    /// A key that is the same in every run.
    public static Ed25519Key key(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return Ed25519Key.ofSecret(secret);
    }

    public static OpenBadge aBadge() {
        return OpenBadge.of(
                URI.create("urn:uuid:7c1a1f3e-59c5-4f0f-9d0f-1f2f3f4f5f6f"),
                anIssuer(UNIVERSITY),
                anAchievement(),
                aSubject(),
                new OpenBadge.Validity(
                        NOW.minus(Duration.ofDays(30)),
                        Optional.of(NOW.plus(Duration.ofDays(365))),
                        Optional.of(NOW.minus(Duration.ofDays(31)))));
    }

    /// The badge in the data model 1.1, as early Open Badges 3.0 had it.
    public static JsonObject anOldBadge() {
        JsonObject badge = aBadge().toJson();
        String context = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
        return Json.PROVIDER
                .createObjectBuilder(badge)
                .remove("validFrom")
                .remove("validUntil")
                .add("issuanceDate", NOW.minus(Duration.ofDays(30)).toString())
                .add("expirationDate", NOW.plus(Duration.ofDays(300)).toString())
                .add(
                        "@context",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add("https://www.w3.org/2018/credentials/v1")
                                .add(context))
                .build();
    }

    public static Issuer anIssuer(Ed25519Key key) {
        return new Issuer(
                key.didKey(),
                "Universität Höchst",
                Optional.of(URI.create("https://uni.example.edu")),
                Optional.of("badges@uni.example.edu"),
                Optional.of(URI.create("https://uni.example.edu/logo.png")),
                Optional.of("DE"));
    }

    public static Achievement anAchievement() {
        return new Achievement(
                URI.create("https://uni.example.edu/specs/data-ethics/3"),
                "Data ethics in practice",
                "Weighs the interests of those whose data are used. “Quoted”, tab\tand line\nbreak.",
                new Achievement.Criteria(
                        Optional.of(URI.create("https://uni.example.edu/specs/data-ethics/3/criteria")),
                        Optional.of("**Project** and oral examination.")),
                Achievement.MICROCREDENTIAL,
                new Achievement.Details(
                        Optional.of(URI.create("https://uni.example.edu/specs/data-ethics/badge.png")),
                        Optional.of(new BigDecimal("2.5")),
                        Optional.of("0223 Philosophy and ethics"),
                        Optional.of("DE-101"),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.of("3")),
                List.of(skill("Ethical reasoning", "1"), skill("Data protection", "2"), skill("Stakeholders", "3")),
                List.of(new ResultDescription(
                        URI.create("urn:uuid:0b1c2d3e-0000-4000-8000-000000000001"),
                        "Final grade",
                        "LetterGrade",
                        List.of("C", "B", "A"),
                        Optional.of("C"))),
                List.of("ethics", "data"));
    }

    private static Alignment skill(String name, String code) {
        return new Alignment(
                name,
                URI.create("http://data.europa.eu/esco/skill/" + code),
                Optional.of("ESCO"),
                Optional.of(code),
                Optional.of("Being able to: " + name),
                Optional.of("ceasn:Competency"));
    }

    public static Subject aSubject() {
        return new Subject(
                Optional.of(URI.create("did:example:learner")),
                List.of(Identity.hashedEmail("Ada@Example.org", "salt-1"), Identity.name("Ada Lovelace")),
                List.of(new Result(
                        Optional.of(URI.create("urn:uuid:0b1c2d3e-0000-4000-8000-000000000001")),
                        Optional.of("A"),
                        Optional.of("Completed"),
                        List.of())),
                new Subject.Activity(
                        Optional.of(NOW.minus(Duration.ofDays(90))), Optional.of(NOW.minus(Duration.ofDays(40)))),
                Optional.of(new BigDecimal("2.5")),
                Optional.of("With distinction."));
    }

    public static OpenBadge.Attachments withStatus(StatusEntry... entries) {
        return new OpenBadge.Attachments(List.of(), List.of(entries), List.of(), Extension.none());
    }

    public static OpenBadge.Attachments withEverything(List<JsonObject> endorsements) {
        return new OpenBadge.Attachments(
                List.of(new Evidence(
                        Optional.of(URI.create("https://ada.example.org/project")),
                        Optional.of("Project"),
                        Optional.empty(),
                        Optional.of("A study of a hospital’s data."),
                        Optional.of("report"))),
                List.of(new StatusEntry(STATUS_LIST, StatusEntry.REVOCATION, 4711)),
                endorsements,
                anExtension());
    }

    public static Extension anExtension() {
        String context = """
                {"workloadHours": {"@id": "https://cairn.example/ns#workloadHours",
                                   "@type": "http://www.w3.org/2001/XMLSchema#decimal"},
                 "participation": "https://cairn.example/ns#participation"}""";
        Map<String, JsonValue> terms = Map.of(
                "workloadHours", Json.PROVIDER.createValue("75"), "participation", Json.PROVIDER.createValue("online"));
        return new Extension(Json.object(context), terms);
    }

    public static JsonObject signed(OpenBadge badge) {
        return sign(badge.toJson(), UNIVERSITY);
    }

    public static JsonObject sign(JsonObject unsigned, Ed25519Key key) {
        return INTEGRITY.sign(unsigned, key.signer(key.didKeyMethod()), NOW.minus(Duration.ofDays(1)));
    }

    /// An endorsement of the thing with the given id, signed by the key.
    public static JsonObject anEndorsement(String of, Ed25519Key by) {
        return sign(Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:2f0f0f0f-0000-4000-8000-00000000000%s",
                 "type": ["VerifiableCredential", "EndorsementCredential"],
                 "name": "In demand",
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "Employer"},
                 "validFrom": "2026-11-01T00:00:00Z",
                 "credentialSubject": {"id": "%s", "type": ["EndorsementSubject"],
                                       "endorsementComment": "We hire for this."}}""".formatted(of.length() % 10, by.didKey(), of)), by);
    }

    /// A signed status list of the university in which the given indexes are set.
    public static JsonObject aStatusList(String purpose, int... set) {
        Bitstring bits = Bitstring.empty();
        for (int index : set) {
            bits.set(index, true);
        }
        return sign(unsignedStatusList(purpose, bits), UNIVERSITY);
    }

    public static JsonObject unsignedStatusList(String purpose, Bitstring bits) {
        return StatusListCredential.unsigned(
                STATUS_LIST, UNIVERSITY.didKey(), purpose, bits, NOW.minus(Duration.ofDays(1)), Duration.ofDays(7));
    }
}
