package org.cairn.server.publish;

import static org.cairn.server.publish.Elm.node;

import java.util.ArrayList;
import java.util.List;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.QaType;

/// Who stands behind the quality of a version, as accreditations of the European Learning Model.
final class ElmAssurance {
    private final Listing listing;
    private final ElmTexts texts;
    private final Losses losses;

    ElmAssurance(Listing listing, ElmTexts texts, Losses losses) {
        this.listing = listing;
        this.texts = texts;
        this.losses = losses;
    }

    List<Node> nodes() {
        var all = new ArrayList<Node>();
        var stated = listing.content().qualityAssurance();
        for (int i = 0; i < stated.size(); i++) {
            var path = "qualityAssurance[" + i + "]";
            if (stated.get(i).type() == QaType.INTERNAL_ONLY) {
                losses.lost(path, "the model has accreditation by others only");
            } else if (stated.get(i).agency().isBlank()) {
                losses.lost(path, "nobody is named who assures it");
            } else {
                tell(path, stated.get(i));
                all.add(accreditation(path, stated.get(i)));
            }
        }
        return all;
    }

    private void tell(String path, SpecContent.QualityAssurance stated) {
        losses.missing("location of " + stated.agency(), "where an agency is, is not asked here");
        switch (stated.type()) {
            case NATIONAL_QUALITY_AGENCY, SECTORAL_QUALITY_ASSURANCE ->
                losses.lost(path + ".type", "the list knows programme and institution; it is told of the programme");
            case INSTITUTIONAL_ACCREDITATION, PROGRAMME_ACCREDITATION, INTERNAL_ONLY -> {}
        }
    }

    private Node accreditation(String path, SpecContent.QualityAssurance stated) {
        var agency = texts.of(path + ".agency", listing.inMainLanguage(stated.agency()));
        return node("Accreditation")
                .put("dcType", ElmCodes.accreditation(stated.type()))
                .put("title", agency)
                .put("accreditingAgent", node("Organisation").put("legalName", agency))
                .put(
                        "landingPage",
                        Places.web(stated.registerUrl())
                                .map(url -> List.of(node("WebResource").put("contentURL", url))));
    }
}
