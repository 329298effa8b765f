package org.cairn.server.publish;

import static org.cairn.server.publish.Elm.node;
import static org.cairn.server.publish.Elm.reference;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.trust.Accreditations;

/// What quality bodies signed here, as accreditations of the European Learning Model with their limits.
final class ElmSigned {
    private final Places places;
    private final FixedWords words;
    private final ElmTexts texts;
    private final Losses losses;
    private final Map<OrganisationId, Organisation> bodies = new LinkedHashMap<>();

    ElmSigned(Places places, FixedWords words, ElmTexts texts, Losses losses) {
        this.places = places;
        this.words = words;
        this.texts = texts;
        this.losses = losses;
    }

    List<Node> nodes(List<Assurance> signed, String path) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < signed.size(); i++) {
            var assurance = signed.get(i);
            bodies.putIfAbsent(assurance.body().id(), assurance.body());
            nodes.add(accreditation(assurance));
            var scope = assurance.signed().scope();
            losses.lost(path + "[" + i + "].scope.kinds", scope.kinds(), "the model's kinds of credential are others");
            losses.lost(path + "[" + i + "].scope.under", scope.under(), "the model has no standards of accreditation");
            losses.lost(path + "[" + i + "].scope.from", "the model has the day of issue only");
        }
        return nodes;
    }

    private Node accreditation(Assurance assurance) {
        var scope = assurance.signed().scope();
        var ofInstitution = assurance.signed().kind() == Accreditations.Kind.INSTITUTION;
        return reference(assurance.address(places), "Accreditation")
                .put(
                        "dcType",
                        ElmCodes.accreditation(
                                ofInstitution ? QaType.INSTITUTIONAL_ACCREDITATION : QaType.PROGRAMME_ACCREDITATION))
                .put("title", texts.of("", words.of(ofInstitution ? "publish.accreditation" : "publish.approval")))
                .put("accreditingAgent", reference(places.issuer(assurance.body()), "Organisation"))
                .put("dateIssued", assurance.signed().statement().issuedAt().toString())
                .put(
                        "expiryDate",
                        scope.until()
                                .map(day -> day.atTime(LocalTime.of(23, 59, 59))
                                        .toInstant(ZoneOffset.UTC)
                                        .toString()))
                .put(
                        "limitField",
                        scope.fields().stream()
                                .sorted()
                                .map(f -> ElmCodes.concept(ElmCodes.field(f), ElmCodes.list("isced-f")))
                                .toList())
                .put(
                        "limitEQFLevel",
                        assurance.levels().stream().map(ElmCodes::level).toList())
                .put("landingPage", List.of(node("WebResource").put("contentURL", assurance.address(places))));
    }

    /// Those that were named so far.
    Collection<Organisation> bodies() {
        return bodies.values();
    }
}
