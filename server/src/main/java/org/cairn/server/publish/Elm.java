package org.cairn.server.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.identity.Organisation;

/// Says a version in the European Learning Model 3: the qualification with its outcomes, assessments and
/// accreditations, the organisation, and each offering as a learning opportunity.
///
/// Terms as in the Commission's context for the model's JSON-LD and its schema for 3.2, codes as in the lists of the
/// Publications Office, read in 2026. A microcredential is a `Qualification`, as in the Commission's own sample of one.
final class Elm {
    static final String CONTEXT = "http://data.europa.eu/snb/model/context/edc-ap";

    private final Listing listing;
    private final SpecContent content;
    private final Places places;
    private final FixedWords words;
    private final String id;
    private final Losses losses = new Losses();
    private final ElmTexts texts = new ElmTexts(losses);

    private Elm(Listing listing, Places places, FixedWords words) {
        this.listing = listing;
        this.content = listing.content();
        this.places = places;
        this.words = words;
        this.id = places.version(listing.spec().id());
    }

    static Description of(Listing listing, Places places, FixedWords words) {
        return new Elm(listing, places, words).description();
    }

    private Description description() {
        var signed = new ElmSigned(places, words, texts, losses);
        var graph = new ArrayList<Node>();
        graph.add(qualification(signed.nodes(listing.backing().version(), "approvals")));
        graph.add(organisation(listing.issuer())
                .put("accreditation", signed.nodes(listing.backing().institution(), "accreditations")));
        signed.bodies().forEach(body -> graph.add(organisation(body)));
        graph.addAll(new ElmOfferings(listing, places, texts, losses).nodes());
        tellTheRest();
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", List.of(CONTEXT, Map.of("id", "@id", "type", "@type")));
        document.put("@graph", graph.stream().map(Node::members).toList());
        return losses.of(document);
    }

    static Node node(String type) {
        return new Node().put("type", type);
    }

    static Node reference(String id, String type) {
        return new Node().put("id", id).put("type", type);
    }

    private Node qualification(List<Node> approvals) {
        return reference(id, "Qualification")
                .put("dcType", List.of(ElmCodes.shortLearningProgramme()))
                .put(
                        "identifier",
                        node("Identifier")
                                .put("notation", listing.spec().id().toString())
                                .put("schemeName", "Cairn")
                                .put(
                                        "schemeVersion",
                                        Integer.toString(listing.spec().number())))
                .put("title", texts.of("title", content.title()))
                .put("description", texts.of("description", content.description()))
                .put("homepage", List.of(node("WebResource").put("contentURL", id)))
                .put("language", languages())
                .put("volumeOfLearning", content.hours().map(IsoDuration::ofHours))
                .put("mode", modes())
                .put(
                        "thematicArea",
                        Optional.of(content.fieldOfStudy())
                                .filter(f -> !f.isBlank())
                                .map(f -> List.of(ElmCodes.concept(ElmCodes.field(f), ElmCodes.list("isced-f")))))
                .put("creditPoint", credits())
                .put("eqfLevel", content.eqfLevel().map(ElmCodes::level))
                .put("isPartialQualification", partial())
                .put("entryRequirement", texts.note("prerequisites", content.prerequisites()))
                .put("learningOutcome", outcomes())
                .put("provenBy", assessments())
                .put(
                        "awardingOpportunity",
                        List.of(node("AwardingOpportunity")
                                .put(
                                        "awardingBody",
                                        List.of(reference(places.issuer(listing.issuer()), "Organisation")))))
                .put("isPartOf", targets())
                .put(
                        "accreditation",
                        Stream.concat(new ElmAssurance(listing, texts, losses).nodes().stream(), approvals.stream())
                                .toList())
                .put(
                        "additionalNote",
                        Stream.of(
                                        texts.note("criteria", content.criteria()),
                                        texts.note("furtherInformation", content.furtherInformation()))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private List<Node> languages() {
        return content.languages().stream()
                .flatMap(tag -> ElmCodes.language(tag).stream())
                .toList();
    }

    private List<Node> modes() {
        return ElmCodes.inOrder(content.participation()).stream()
                .flatMap(way -> ElmCodes.mode(way).stream())
                .toList();
    }

    private Optional<List<Node>> credits() {
        return content.ects()
                .map(points -> List.of(
                        node("CreditPoint").put("framework", ElmCodes.ects()).put("point", points.toPlainString())));
    }

    private Optional<Boolean> partial() {
        return switch (content.stacking().kind()) {
            case UNSTATED -> Optional.empty();
            case STANDALONE -> Optional.of(false);
            case INTEGRATED -> Optional.of(true);
            case BOTH -> {
                losses.lost("stacking.kind", "the model knows whole or part, not both; it is told as a part");
                yield Optional.of(true);
            }
        };
    }

    private List<Node> targets() {
        var targets = content.stacking().targets();
        for (int i = 0; i < targets.size(); i++) {
            if (Places.web(targets.get(i)).isEmpty()) {
                losses.lost("stacking.targets[" + i + "]", "the model wants the address of what it counts towards");
            }
        }
        return targets.stream()
                .flatMap(t -> Places.web(t).stream())
                .map(t -> reference(t, "Qualification"))
                .toList();
    }

    /// The outcomes, then one for each skill of a framework: the version does not say which outcome a skill is part of.
    private List<Node> outcomes() {
        var all = new ArrayList<Node>();
        for (int i = 0; i < content.outcomes().size(); i++) {
            var path = "outcomes[" + i + "]";
            all.add(node("LearningOutcome")
                    .put(
                            "title",
                            texts.of(path + ".text", content.outcomes().get(i).text())));
            losses.lost(
                    path + ".assessedBy",
                    content.outcomes().get(i).assessedBy(),
                    "the model ties assessments to the whole, not to an outcome");
        }
        content.skills().forEach(s -> all.add(skill(s)));
        losses.lost(
                "skills",
                content.skills(),
                "each is told as an outcome of its own, its label in the language of the title");
        return all;
    }

    private Node skill(Skill skill) {
        var outcome =
                node("LearningOutcome").put("title", texts.of("skills.label", listing.inMainLanguage(skill.label())));
        Places.web(skill.uri()).ifPresent(uri -> {
            if (uri.startsWith(ElmCodes.ESCO_SKILL)) {
                outcome.put("relatedESCOSkill", List.of(ElmCodes.concept(uri, ElmCodes.ESCO_SKILLS)));
            } else {
                outcome.put("relatedSkill", List.of(reference(uri, "Concept")));
            }
        });
        return outcome;
    }

    private List<Node> assessments() {
        var all = new ArrayList<Node>();
        for (int i = 0; i < content.assessments().size(); i++) {
            var assessment = content.assessments().get(i);
            all.add(reference(id + "#assessment-" + (i + 1), "LearningAssessmentSpecification")
                    .put("dcType", ElmCodes.assessment(assessment.type()))
                    .put("title", texts.of("", words.of("catalogue.assessment." + assessment.type())))
                    .put("description", texts.of("assessments[" + i + "].description", assessment.description()))
                    .put(
                            "gradingScheme",
                            Optional.of(content.gradingScheme())
                                    .filter(g -> !g.isBlank())
                                    .map(g -> node("GradingScheme")
                                            .put("title", texts.of("gradingScheme", listing.inMainLanguage(g))))));
        }
        return all;
    }

    private Node organisation(Organisation issuer) {
        var address = node("Address").put("countryCode", ElmCodes.country(issuer.country()));
        return reference(places.issuer(issuer), "Organisation")
                .put("legalName", texts.of("issuer.legalName", listing.inMainLanguage(issuer.legalName())))
                .put(
                        "homepage",
                        issuer.website()
                                .flatMap(Places::web)
                                .map(url -> List.of(node("WebResource").put("contentURL", url))))
                .put("location", List.of(node("Location").put("address", List.of(address))))
                .put(
                        "contactPoint",
                        issuer.email()
                                .map(mail -> List.of(node("ContactPoint")
                                        .put("emailAddress", List.of(reference("mailto:" + mail, "Mailbox"))))));
    }

    private void tellTheRest() {
        if (content.title().isEmpty()) {
            losses.missing("title", "the version has no title");
        }
        losses.lost("noEctsReason", content.noEctsReason(), "the model has no place for why credits are not given");
        losses.lost("frameworkFacts", content.frameworkFacts(), Losses.OF_FRAMEWORKS);
        losses.lost("nationalLevel", content.nationalLevel(), "the model wants a concept of its list of frameworks");
        losses.lost("noLevelReason", content.noLevelReason(), "the model has no place for why no level applies");
        losses.lost("supervision", content.supervision(), "the model says it of an assessment that took place");
        losses.lost("entrySkills", content.entrySkills(), "the model has entry requirements in words only");
        losses.lost("validMonths", content.validMonths(), "the model says it of a credential that was issued");
        losses.lost("image", content.image(), "the model wants pictures inside the document");
        losses.lost(
                "gradingScheme",
                content.assessments().isEmpty() ? content.gradingScheme() : "",
                "it belongs to an assessment, and there is none");
        if (content.participation().contains(Participation.VOLUNTEERING)) {
            losses.lost("participation", "the list of modes has none for volunteering");
        }
        content.languages().stream()
                .filter(tag -> tag.contains("-") || ElmCodes.language(tag).isEmpty())
                .forEach(tag -> losses.lost("languages", "the list knows languages, not their regions: " + tag));
        if (listing.isSuperseded()) {
            losses.lost("succession", "the model does not say that a newer version took its place");
        }
    }
}
