package org.cairn.server.publish;

import static org.cairn.server.publish.CtdlNodes.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.QaType;

/// Who stands behind the quality of a version: whom the version itself names, and who signed here.
final class CtdlAssurance {
    private final List<Node> bodies = new ArrayList<>();
    private final List<String> accrediting = new ArrayList<>();
    private final List<String> recognising = new ArrayList<>();
    private final List<String> accreditingTheInstitution = new ArrayList<>();
    private final Losses losses;

    private final List<String> approving;

    CtdlAssurance(Listing listing, Places places, FixedWords words, Losses losses) {
        this.losses = losses;
        var stated = listing.content().qualityAssurance();
        for (int i = 0; i < stated.size(); i++) {
            read(stated.get(i), "qualityAssurance[" + i + "]", listing.language());
        }
        var signed = new CtdlSigned(places, words, losses, listing.language());
        approving = signed.read(
                listing.backing().version(), places.version(listing.spec().id()), "approvals");
        accreditingTheInstitution.addAll(
                signed.read(listing.backing().institution(), places.issuer(listing.issuer()), "accreditations"));
        bodies.addAll(signed.nodes());
    }

    private void read(SpecContent.QualityAssurance stated, String path, String language) {
        if (stated.type() == QaType.INTERNAL_ONLY) {
            losses.lost(path, "CTDL names organisations that assure quality, not what an institution does itself");
        } else if (stated.agency().isBlank()) {
            losses.lost(path, "nobody is named who assures it");
        } else {
            var id = "_:qa-" + (bodies.size() + 1);
            bodies.add(node("QACredentialOrganization")
                    .put("@id", id)
                    .put("ceterms:name", Map.of(language, stated.agency()))
                    .put("ceterms:subjectWebpage", Places.web(stated.registerUrl())));
            listFor(stated.type(), path).add(id);
        }
    }

    private List<String> listFor(QaType type, String path) {
        return switch (type) {
            case INSTITUTIONAL_ACCREDITATION -> accreditingTheInstitution;
            case PROGRAMME_ACCREDITATION -> accrediting;
            case NATIONAL_QUALITY_AGENCY, SECTORAL_QUALITY_ASSURANCE -> {
                losses.lost(path + ".type", "CTDL says recognised by, and not by which kind of body");
                yield recognising;
            }
            case INTERNAL_ONLY -> throw new IllegalArgumentException("internal assurance has no body");
        };
    }

    List<Node> bodies() {
        return bodies;
    }

    void addTo(Node credential) {
        credential
                .put("ceterms:accreditedBy", accrediting)
                .put("ceterms:approvedBy", approving)
                .put("ceterms:recognizedBy", recognising);
    }

    void addToOrganisation(Node organisation) {
        organisation.put("ceterms:accreditedBy", accreditingTheInstitution);
    }
}
