package org.cairn.server.publish;

import static org.cairn.server.publish.CtdlNodes.concept;
import static org.cairn.server.publish.CtdlNodes.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Supervision;

/// The assessments of a version as profiles of their own, each with the outcomes that it assesses.
final class CtdlAssessments {
    private final Listing listing;
    private final SpecContent content;
    private final Places places;
    private final FixedWords words;
    private final Losses losses;

    CtdlAssessments(Listing listing, Places places, FixedWords words, Losses losses) {
        this.listing = listing;
        this.content = listing.content();
        this.places = places;
        this.words = words;
        this.losses = losses;
    }

    List<String> ids() {
        return positions().mapToObj(this::id).toList();
    }

    List<Node> nodes() {
        content.supervision()
                .filter(s -> s != Supervision.UNSUPERVISED_NO_ID)
                .ifPresent(_ -> losses.lost(
                        "supervision", "CTDL says whether somebody watches, not whether identity is checked"));
        return positions().mapToObj(this::assessment).toList();
    }

    private IntStream positions() {
        return IntStream.range(0, content.assessments().size());
    }

    private String id(int position) {
        return places.version(listing.spec().id()) + "#assessment-" + (position + 1);
    }

    private Node assessment(int position) {
        var assessment = content.assessments().get(position);
        var method = method(assessment.type());
        if (method.isEmpty()) {
            losses.lost(
                    "assessments[" + position + "].type", "CTDL's list of methods has none for it; its name says it");
        }
        return node("AssessmentProfile")
                .put("@id", id(position))
                .put("ceterms:ctid", Places.ctid(id(position)))
                .put("ceterms:name", words.of("catalogue.assessment." + assessment.type()))
                .put("ceterms:description", assessment.description())
                .put("ceterms:subjectWebpage", places.version(listing.spec().id()))
                .put("ceterms:inLanguage", content.languages())
                .put("ceterms:ownedBy", List.of(places.issuer(listing.issuer())))
                .put("ceterms:assessmentMethodType", method.map(List::of))
                .put("ceterms:isProctored", content.supervision().map(s -> s != Supervision.UNSUPERVISED_NO_ID))
                .put("ceterms:scoringMethodDescription", listing.inMainLanguage(content.gradingScheme()))
                .put("ceterms:assesses", assessedBy(position))
                .put("ceterms:lifeCycleStatusType", concept("LifeCycleStatus", "lifeCycle:Active", "Active"));
    }

    private List<Node> assessedBy(int position) {
        return content.outcomes().stream()
                .filter(o -> o.assessedBy().contains(position))
                .map(Ctdl::outcome)
                .toList();
    }

    private static Optional<Node> method(AssessmentType type) {
        return switch (type) {
            case WRITTEN_EXAMINATION, ORAL_EXAMINATION ->
                Optional.of(concept("AssessmentMethod", "assessMethod:Exam", "Exam"));
            case PRACTICAL_ASSESSMENT ->
                Optional.of(concept("AssessmentMethod", "assessMethod:Performance", "Performance"));
            case PORTFOLIO_ASSESSMENT, PROJECT_ASSESSMENT ->
                Optional.of(concept("AssessmentMethod", "assessMethod:Artifact", "Artifact"));
            case PEER_ASSESSMENT -> Optional.empty();
        };
    }
}
