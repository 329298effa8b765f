package org.cairn.server.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.OfferingTerms;

/// Says a version in the words of schema.org: an `EducationalOccupationalCredential`, and a `Course` with one instance
/// for each offering.
final class SchemaOrg {
    static final String CONTEXT = "https://schema.org";

    private static final String NO_PLACE = "schema.org has no place for it";

    private final Listing listing;
    private final SpecContent content;
    private final Places places;
    private final String id;
    private final Losses losses = new Losses();

    private SchemaOrg(Listing listing, Places places) {
        this.listing = listing;
        this.content = listing.content();
        this.places = places;
        this.id = places.version(listing.spec().id());
    }

    static Description of(Listing listing, Places places) {
        return new SchemaOrg(listing, places).description();
    }

    private Description description() {
        var graph = new ArrayList<Node>();
        graph.add(credential());
        graph.add(organisation());
        if (!listing.offerings().isEmpty()) {
            graph.add(course());
        }
        tellTheRest();
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", CONTEXT);
        document.put("@graph", graph.stream().map(Node::members).toList());
        return losses.of(document);
    }

    private static Node node(String type) {
        return new Node().put("@type", type);
    }

    private static List<Map<String, String>> texts(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(e -> Map.of("@language", e.getKey(), "@value", e.getValue()))
                .toList();
    }

    private Map<String, String> issuer() {
        return Map.of("@id", places.issuer(listing.issuer()));
    }

    private Node credential() {
        return node("EducationalOccupationalCredential")
                .put("@id", id)
                .put("name", texts(content.title()))
                .put("description", texts(content.description()))
                .put("url", id)
                .put("image", id + "/badge.png")
                .put("credentialCategory", "Microcredential")
                .put("inLanguage", content.languages())
                .put("version", Integer.toString(listing.spec().number()))
                .put("datePublished", listing.spec().publishedAt().toString())
                .put(
                        "educationalLevel",
                        content.eqfLevel()
                                .map(level -> node("DefinedTerm")
                                        .put("@id", ElmCodes.eqf(level))
                                        .put("name", "EQF level " + level)
                                        .put("inDefinedTermSet", Map.of("@id", ElmCodes.list("eqf")))))
                .put("competencyRequired", competencies())
                .put("recognizedBy", recognition())
                .put("validFor", content.validMonths().map(IsoDuration::ofMonths))
                .put("publisher", issuer());
    }

    private List<Node> competencies() {
        var outcomes = content.outcomes().stream().map(o -> node("DefinedTerm").put("name", texts(o.text())));
        var skills = content.skills().stream()
                .map(s -> node("DefinedTerm")
                        .put("@id", Places.web(s.uri()))
                        .put("name", s.label())
                        .put(
                                "inDefinedTermSet",
                                Optional.of(s.framework())
                                        .filter(f -> !f.isBlank())
                                        .map(f -> node("DefinedTermSet").put("name", f))));
        return Stream.concat(outcomes, skills).toList();
    }

    private List<Node> recognition() {
        var stated = content.qualityAssurance().stream()
                .filter(q -> q.type() != SpecContent.QaType.INTERNAL_ONLY
                        && !q.agency().isBlank())
                .map(q -> node("Organization").put("name", q.agency()).put("url", Places.web(q.registerUrl())));
        var signed = listing.backing().version().stream()
                .map(Assurance::body)
                .distinct()
                .map(body ->
                        node("Organization").put("@id", places.issuer(body)).put("name", body.legalName()));
        return Stream.concat(stated, signed).toList();
    }

    private Node organisation() {
        var organisation = listing.issuer();
        return node("EducationalOrganization")
                .put("@id", places.issuer(organisation))
                .put("name", organisation.legalName())
                .put("url", organisation.website().flatMap(Places::web))
                .put("email", organisation.email())
                .put("address", node("PostalAddress").put("addressCountry", organisation.country()));
    }

    private Node course() {
        return node("Course")
                .put("@id", id + "#course")
                .put("name", texts(content.title()))
                .put("description", texts(content.description()))
                .put("provider", issuer())
                .put("educationalCredentialAwarded", Map.of("@id", id))
                .put("coursePrerequisites", texts(content.prerequisites()))
                .put("timeRequired", content.hours().map(IsoDuration::ofHours))
                .put(
                        "hasCourseInstance",
                        listing.offerings().stream().map(this::instance).toList());
    }

    private Node instance(Offering offering) {
        var terms = offering.terms();
        return node("CourseInstance")
                .put("@id", id + "#offering-" + offering.id())
                .put("name", texts(terms.title()))
                .put("startDate", terms.startsOn().map(LocalDate::toString))
                .put("endDate", terms.endsOn().map(LocalDate::toString))
                .put("courseMode", mode(terms.mode()))
                .put("inLanguage", terms.languages())
                .put("maximumAttendeeCapacity", terms.places())
                .put(
                        "location",
                        Optional.of(terms.place())
                                .filter(p -> !p.isBlank())
                                .map(p -> node("Place").put("address", p)))
                .put(
                        "offers",
                        node("Offer")
                                .put("price", terms.price())
                                .put("priceCurrency", terms.currency())
                                .put("url", Places.web(terms.url()))
                                .put("availabilityEnds", terms.lastDayToApply().map(LocalDate::toString)));
    }

    private static String mode(OfferingTerms.Mode mode) {
        return switch (mode) {
            case ONLINE -> "online";
            case ON_SITE -> "onsite";
            case BLENDED -> "blended";
        };
    }

    private void tellTheRest() {
        losses.lost("ects", content.ects(), "credits need their scheme, which schema.org has no term for here");
        losses.lost("hours", listing.offerings().isEmpty() ? content.hours() : "", "it belongs to a course on offer");
        losses.lost(
                "prerequisites",
                listing.offerings().isEmpty() ? content.prerequisites() : "",
                "it belongs to a course on offer");
        losses.lost("assessments", content.assessments(), NO_PLACE);
        losses.lost("supervision", content.supervision(), NO_PLACE);
        losses.lost("participation", content.participation(), NO_PLACE);
        losses.lost("criteria", content.criteria(), NO_PLACE);
        losses.lost("entrySkills", content.entrySkills(), NO_PLACE);
        losses.lost("frameworkFacts", content.frameworkFacts(), Losses.OF_FRAMEWORKS);
        losses.lost("nationalLevel", content.nationalLevel(), NO_PLACE);
        losses.lost("noLevelReason", content.noLevelReason(), NO_PLACE);
        losses.lost("noEctsReason", content.noEctsReason(), NO_PLACE);
        losses.lost("gradingScheme", content.gradingScheme(), NO_PLACE);
        losses.lost("fieldOfStudy", content.fieldOfStudy(), NO_PLACE);
        losses.lost("furtherInformation", content.furtherInformation(), NO_PLACE);
        losses.lost("accreditations", listing.backing().institution(), NO_PLACE);
        losses.lost("qualityAssurance", content.qualityAssurance(), "only who recognises it is told, not how");
        if (content.stacking().kind() != SpecContent.Stacking.Kind.UNSTATED) {
            losses.lost("stacking", NO_PLACE);
        }
        if (listing.isSuperseded()) {
            losses.lost("succession", "schema.org does not say that a newer version took its place");
        }
        tellOfferings();
    }

    private void tellOfferings() {
        for (int i = 0; i < listing.offerings().size(); i++) {
            var terms = listing.offerings().get(i).terms();
            var path = "offerings[" + i + "].terms.";
            losses.lost(path + "waiverFor", terms.waiverFor(), NO_PLACE);
            losses.lost(path + "hoursPerWeek", terms.hoursPerWeek(), NO_PLACE);
            losses.lost(path + "accessibility", terms.accessibility(), NO_PLACE);
        }
    }
}
