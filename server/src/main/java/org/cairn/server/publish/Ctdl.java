package org.cairn.server.publish;

import static org.cairn.server.publish.CtdlNodes.concept;
import static org.cairn.server.publish.CtdlNodes.node;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.identity.Organisation;

/// Says a version in the Credential Transparency Description Language: the credential, who owns it, its assessments,
/// who stands behind its quality, and each offering as a learning opportunity that prepares for it.
///
/// Terms as in the Credential Engine's registry schema, its publishing models and the samples it published, read in
/// 2026. An offering is a `ceterms:LearningOpportunityProfile` and not a `ceterms:ScheduledOffering`, because only the
/// former has a first and a last day.
final class Ctdl {
    private final Listing listing;
    private final SpecContent content;
    private final Places places;
    private final FixedWords words;
    private final String id;
    private final Losses losses = new Losses();

    private Ctdl(Listing listing, Places places, FixedWords words) {
        this.listing = listing;
        this.content = listing.content();
        this.places = places;
        this.words = words;
        this.id = places.version(listing.spec().id());
    }

    static Description of(Listing listing, Places places, FixedWords words) {
        return new Ctdl(listing, places, words).description();
    }

    /// An organisation alone.
    static Description of(Organisation organisation, List<Assurance> accreditations, Places places, FixedWords words) {
        var losses = new Losses();
        var signed = new CtdlSigned(places, words, losses, "en");
        var graph = new ArrayList<Node>();
        graph.add(CtdlNodes.organisation(organisation, places, "en")
                .put(
                        "ceterms:accreditedBy",
                        signed.read(accreditations, places.issuer(organisation), "accreditations")));
        graph.addAll(signed.nodes());
        missingOf(organisation, losses);
        return losses.of(document(graph));
    }

    private Description description() {
        var assessments = new CtdlAssessments(listing, places, words, losses);
        var assurance = new CtdlAssurance(listing, places, words, losses);
        var competencies = competencies();
        var credential = credential();
        assurance.addTo(credential);
        credential.put("ceterms:requires", conditions(assessments.ids(), competencies));
        var graph = new ArrayList<Node>();
        graph.add(credential);
        graph.add(organisation(assurance));
        graph.addAll(assessments.nodes());
        graph.addAll(assurance.bodies());
        graph.addAll(new CtdlOfferings(listing, places, words, losses).nodes(competencies));
        tellTheRest();
        return losses.of(document(graph));
    }

    private static Map<String, Object> document(List<Node> graph) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", CtdlNodes.CONTEXT);
        document.put("@graph", graph.stream().map(Node::members).toList());
        return document;
    }

    private Node credential() {
        var spec = listing.spec();
        var succession = listing.succession();
        return node("MicroCredential")
                .put("@id", id)
                .put("ceterms:ctid", Places.ctid(spec.id().value()))
                .put("ceterms:name", content.title())
                .put("ceterms:description", content.description())
                .put("ceterms:subjectWebpage", id)
                .put("ceterms:image", id + "/badge.png")
                .put("ceterms:inLanguage", content.languages())
                .put("ceterms:credentialStatusType", status())
                .put("ceterms:versionIdentifier", List.of(version()))
                .put("ceterms:previousVersion", succession.previous().map(places::version))
                .put("ceterms:nextVersion", succession.next().map(places::version))
                .put("ceterms:latestVersion", places.version(succession.newest()))
                .put(
                        "ceterms:dateEffective",
                        LocalDate.ofInstant(spec.publishedAt(), ZoneOffset.UTC).toString())
                .put("ceterms:ownedBy", List.of(places.issuer(listing.issuer())))
                .put("ceterms:offeredBy", List.of(places.issuer(listing.issuer())))
                .put(
                        "ceterms:audienceLevelType",
                        content.eqfLevel().map(CtdlNodes::eqf).map(List::of))
                .put(
                        "ceterms:instructionalProgramType",
                        Optional.of(content.fieldOfStudy())
                                .filter(f -> !f.isBlank())
                                .map(CtdlNodes::field)
                                .map(List::of))
                .put(
                        "ceterms:learningDeliveryType",
                        CtdlNodes.delivery(content.participation()).map(List::of))
                .put(
                        "ceterms:estimatedDuration",
                        content.hours().map(CtdlNodes::hours).map(List::of))
                .put("ceterms:renewalFrequency", content.validMonths().map(IsoDuration::ofMonths))
                .put("ceterms:isPartOf", targets());
    }

    private Node status() {
        return listing.isSuperseded()
                ? concept("CredentialStatus", "credentialStat:Superseded", "Superseded")
                : concept("CredentialStatus", "credentialStat:Active", "Active");
    }

    private Node version() {
        return node("IdentifierValue")
                .put("ceterms:name", Map.of("en", "Version"))
                .put(
                        "ceterms:identifierValueCode",
                        Integer.toString(listing.spec().number()));
    }

    private List<String> targets() {
        var targets = content.stacking().targets();
        for (int i = 0; i < targets.size(); i++) {
            if (Places.web(targets.get(i)).isEmpty()) {
                losses.lost("stacking.targets[" + i + "]", "CTDL wants the address of what it counts towards");
            }
        }
        return targets.stream().flatMap(t -> Places.web(t).stream()).toList();
    }

    /// What a learner can do afterwards: the outcomes, then the skills of frameworks.
    private List<Node> competencies() {
        var all = new ArrayList<Node>();
        content.outcomes().forEach(o -> all.add(outcome(o)));
        content.skills().forEach(s -> all.add(CtdlNodes.skill(s, listing.inMainLanguage(s.label()))));
        losses.lost(
                "skills",
                content.skills(),
                "a label carries no language here; it is given in the language of the title");
        return all;
    }

    static Node outcome(SpecContent.Outcome outcome) {
        return node("CredentialAlignmentObject").put("ceterms:targetNodeName", outcome.text());
    }

    private List<Node> conditions(List<String> assessments, List<Node> competencies) {
        var conditions = new ArrayList<Node>();
        conditions.add(node("ConditionProfile")
                .put(
                        "ceterms:description",
                        content.criteria().isEmpty() ? words.of("publish.ctdl.earn") : content.criteria())
                .put("ceterms:targetAssessment", assessments)
                .put("ceterms:targetCompetency", competencies)
                .put("ceterms:creditValue", content.ects().map(CtdlNodes::ects).map(List::of)));
        if (!content.prerequisites().isEmpty() || !content.entrySkills().isEmpty()) {
            conditions.add(node("ConditionProfile")
                    .put("ceterms:name", words.of("publish.ctdl.entry"))
                    .put(
                            "ceterms:description",
                            content.prerequisites().isEmpty()
                                    ? words.of("publish.ctdl.entry")
                                    : content.prerequisites())
                    .put(
                            "ceterms:targetCompetency",
                            content.entrySkills().stream()
                                    .map(s -> CtdlNodes.skill(s, listing.inMainLanguage(s.label())))
                                    .toList()));
        }
        return conditions;
    }

    private Node organisation(CtdlAssurance assurance) {
        var node = CtdlNodes.organisation(listing.issuer(), places, listing.language());
        assurance.addToOrganisation(node);
        missingOf(listing.issuer(), losses);
        return node;
    }

    private static void missingOf(Organisation organisation, Losses losses) {
        var name = " of " + organisation.legalName();
        losses.missing("ceterms:description" + name, "organisations are not described here");
        losses.missing("ceterms:agentType" + name, "what kind of institution it is, is not asked here");
    }

    private void tellTheRest() {
        if (content.title().isEmpty()) {
            losses.missing("ceterms:name", "the version has no title");
        }
        if (content.description().isEmpty()) {
            losses.missing("ceterms:description", "the version has no description");
        }
        if (content.languages().isEmpty()) {
            losses.missing("ceterms:inLanguage", "the version states no language of teaching and assessment");
        }
        losses.lost("noEctsReason", content.noEctsReason(), "CTDL has no place for why credits are not given");
        losses.lost("frameworkFacts", content.frameworkFacts(), Losses.OF_FRAMEWORKS);
        losses.lost("nationalLevel", content.nationalLevel(), "a level needs the address of its framework");
        losses.lost("noLevelReason", content.noLevelReason(), "CTDL has no place for why no level applies");
        losses.lost("furtherInformation", content.furtherInformation(), "CTDL has no place for it");
        if (content.stacking().kind() != SpecContent.Stacking.Kind.UNSTATED) {
            losses.lost("stacking.kind", "CTDL does not say whether a credential stands alone");
        }
        if (content.participation().contains(Participation.VOLUNTEERING)
                || content.participation().contains(Participation.WORK_EXPERIENCE)) {
            losses.lost("participation", "CTDL knows ways of delivery, not volunteering or work experience");
        }
        losses.lost(
                "gradingScheme",
                content.assessments().isEmpty() ? content.gradingScheme() : "",
                "it belongs to an assessment, and there is none");
    }
}
