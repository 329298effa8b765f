package org.cairn.credential.elm;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// An Open Badge told in the European Learning Model, unsigned: sealing it needs a seal of the issuer's.
///
/// @param document the credential as JSON-LD of the application profile for European Digital Credentials
/// @param lost what the badge says and the document does not
/// @param missing what the model demands and the badge does not say; without it the document will not pass as one
public record ElmExport(JsonObject document, List<Loss> lost, List<String> missing) {

    private static final String SNB = "http://data.europa.eu/snb/";
    private static final String ESCO = "http://data.europa.eu/esco/skill/";
    private static final String COUNTRIES = "http://publications.europa.eu/resource/authority/country";
    private static final String ACHIEVEMENT = "/credentialSubject/achievement";

    public ElmExport {
        lost = List.copyOf(lost);
        missing = List.copyOf(missing);
    }

    /// Something of the badge that has no place in the document.
    ///
    /// @param place a JSON pointer into the badge
    public record Loss(String place, String why) {}

    /// Exports the badge, signed or not.
    ///
    /// @param language the language of its texts, as a two-letter code, where the achievement does not say it
    /// @param workload what a learner needs, which a badge has no member for
    public static ElmExport of(JsonObject badge, String language, Optional<Duration> workload) {
        return new Export(new Badge(badge), language, workload).run();
    }

    /// One export under way.
    private static final class Export {
        private final Badge badge;
        private final String language;
        private final Optional<Duration> workload;
        private final List<String> missing = new ArrayList<>();

        Export(Badge badge, String language, Optional<Duration> workload) {
            this.badge = badge;
            this.language = badge.text(ACHIEVEMENT + "/inLanguage")
                    .map(tag -> tag.split("-", 2)[0])
                    .orElse(language);
            this.workload = workload;
        }

        ElmExport run() {
            JsonObjectBuilder document = object("EuropeanDigitalCredential")
                    .add("@context", array("https://www.w3.org/2018/credentials/v1", SNB + "model/context/edc-ap"))
                    .add("type", array("VerifiableCredential", "EuropeanDigitalCredential"))
                    .add("credentialSchema", object("ShaclValidator2017").add("id", SNB + "model/ap/edc-generic-full"))
                    .add(
                            "credentialProfiles",
                            array(concept(SNB + "credential/e34929035b", SNB + "credential/25831c2")))
                    .add("issuer", issuer())
                    .add("credentialSubject", subject());
            badge.text("/id").ifPresent(id -> document.add("id", id));
            badge.text("/validFrom")
                    .ifPresent(date -> document.add("validFrom", date).add("issuanceDate", date));
            badge.text("/validUntil").ifPresent(date -> document.add("validUntil", date));
            badge.text("/awardedDate").ifPresent(date -> document.add("issued", date));
            missing.add("displayParameter");
            List<Loss> lost = badge.unread().stream()
                    .map(place -> new Loss(place, Reasons.of(place)))
                    .toList();
            return new ElmExport(document.build(), lost, missing);
        }

        private JsonObjectBuilder issuer() {
            JsonObjectBuilder issuer = object("Organisation");
            badge.text("/issuer/id").or(() -> badge.text("/issuer")).ifPresent(id -> issuer.add("id", id));
            badge.text("/issuer/name")
                    .ifPresentOrElse(
                            name -> issuer.add("legalName", words(name)), () -> missing.add("issuer.legalName"));
            badge.text("/issuer/url")
                    .ifPresent(url ->
                            issuer.add("homepage", array(object("WebResource").add("contentURL", url))));
            Optional<JsonObjectBuilder> country =
                    badge.text("/issuer/address/addressCountryCode").flatMap(Export::country);
            country.ifPresentOrElse(
                    it -> issuer.add(
                            "location",
                            array(object("Location")
                                    .add("address", array(object("Address").add("countryCode", it))))),
                    () -> missing.add("issuer.location"));
            return issuer;
        }

        private static Optional<JsonObjectBuilder> country(String code) {
            try {
                String three = Locale.of("", code).getISO3Country();
                return three.isEmpty() ? Optional.empty() : Optional.of(concept(COUNTRIES + "/" + three, COUNTRIES));
            } catch (java.util.MissingResourceException e) {
                return Optional.empty();
            }
        }

        private JsonObjectBuilder subject() {
            JsonObjectBuilder person = object("Person");
            badge.text("/credentialSubject/id").ifPresent(id -> person.add("id", id));
            for (String identity : badge.items("/credentialSubject/identifier")) {
                if (badge.text(identity + "/identityType")
                        .filter("name"::equals)
                        .isPresent()) {
                    badge.text(identity + "/identityHash").ifPresent(name -> person.add("fullName", words(name)));
                }
            }
            return person.add("hasClaim", array(achievement()));
        }

        private JsonObjectBuilder achievement() {
            JsonObjectBuilder process = object("AwardingProcess");
            JsonObjectBuilder body = object("Organisation");
            badge.text("/issuer/id").or(() -> badge.text("/issuer")).ifPresent(id -> body.add("id", id));
            process.add("awardingBody", array(body));
            badge.text("/awardedDate").ifPresent(date -> process.add("awardingDate", date));
            JsonObjectBuilder achievement =
                    object("LearningAchievement").add("awardedBy", process).add("specifiedBy", specification());
            title(achievement);
            JsonArrayBuilder assessments = array();
            badge.items("/credentialSubject/result")
                    .forEach(result -> assessment(result).ifPresent(assessments::add));
            var proven = assessments.build();
            if (!proven.isEmpty()) {
                achievement.add("provenBy", proven);
            }
            return achievement;
        }

        private void title(JsonObjectBuilder target) {
            badge.text(ACHIEVEMENT + "/name")
                    .or(() -> badge.text("/name"))
                    .ifPresentOrElse(name -> target.add("title", words(name)), () -> missing.add("title"));
        }

        /// A result with a grade; the model's assessments have one each.
        private Optional<JsonObjectBuilder> assessment(String result) {
            Optional<String> description = badge.text(result + "/resultDescription");
            return badge.text(result + "/value").map(value -> {
                String name = badge.items(ACHIEVEMENT + "/resultDescription").stream()
                        .filter(it -> badge.text(it + "/id").equals(description))
                        .findFirst()
                        .flatMap(it -> badge.text(it + "/name"))
                        .orElse(value);
                return object("LearningAssessment")
                        .add("title", words(name))
                        .add("grade", object("Note").add("noteLiteral", words(value)));
            });
        }

        private JsonObjectBuilder specification() {
            JsonArrayBuilder outcomes = array();
            Optional<String> level = Optional.empty();
            Optional<String> scheme = Optional.empty();
            for (String alignment : badge.items(ACHIEVEMENT + "/alignment")) {
                String url = badge.text(alignment + "/targetUrl").orElse("");
                if (url.startsWith(SNB + "eqf/")) {
                    level = Optional.of(url);
                } else if (url.startsWith(SNB + "education-credit/")) {
                    scheme = Optional.of(url);
                } else {
                    outcomes.add(outcome(alignment, url));
                }
            }
            JsonObjectBuilder specification =
                    object(level.isPresent() ? "Qualification" : "LearningAchievementSpecification");
            badge.text(ACHIEVEMENT + "/id").ifPresent(id -> specification.add("id", id));
            title(specification);
            level.ifPresent(it -> specification.add("eqfLevel", concept(it, SNB + "eqf/25831c2")));
            scheme.ifPresent(it -> badge.number(ACHIEVEMENT + "/creditsAvailable")
                    .ifPresent(points -> specification.add(
                            "creditPoint",
                            array(object("CreditPoint")
                                    .add("framework", concept(it, SNB + "education-credit/25831c2"))
                                    .add("point", points.toPlainString())))));
            workload.ifPresent(time -> specification.add("volumeOfLearning", time.toString()));
            var told = outcomes.build();
            if (!told.isEmpty()) {
                specification.add("learningOutcome", told);
            }
            return specification;
        }

        private JsonObjectBuilder outcome(String alignment, String url) {
            JsonObjectBuilder outcome = object("LearningOutcome");
            badge.text(alignment + "/targetName").ifPresent(name -> outcome.add("title", words(name)));
            String relation = url.startsWith(ESCO) ? "relatedESCOSkill" : "relatedSkill";
            return outcome.add(relation, array(object("Concept").add("id", url)));
        }

        private JsonObjectBuilder words(String text) {
            return Json.PROVIDER.createObjectBuilder().add(language, array(text));
        }

        private static JsonObjectBuilder concept(String id, String scheme) {
            return object("Concept")
                    .add("id", id)
                    .add("inScheme", object("ConceptScheme").add("id", scheme));
        }

        private static JsonObjectBuilder object(String type) {
            return Json.PROVIDER.createObjectBuilder().add("type", type);
        }

        private static JsonArrayBuilder array(String... texts) {
            return Json.PROVIDER.createArrayBuilder(List.of(texts));
        }

        private static JsonArrayBuilder array(JsonObjectBuilder only) {
            return Json.PROVIDER.createArrayBuilder().add(only);
        }
    }
}
