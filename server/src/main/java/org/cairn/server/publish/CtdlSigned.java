package org.cairn.server.publish;

import static org.cairn.server.publish.CtdlNodes.concept;
import static org.cairn.server.publish.CtdlNodes.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.server.trust.Accreditations;

/// What quality bodies signed here, as actions with the signed statement as their evidence.
final class CtdlSigned {
    private final Places places;
    private final FixedWords words;
    private final Losses losses;
    private final String language;
    private final Map<String, Node> bodies = new LinkedHashMap<>();
    private final List<Node> actions = new ArrayList<>();

    CtdlSigned(Places places, FixedWords words, Losses losses, String language) {
        this.places = places;
        this.words = words;
        this.losses = losses;
        this.language = language;
    }

    /// @param about address of the version or institution
    /// @return the addresses of the bodies
    List<String> read(List<Assurance> signed, String about, String path) {
        for (int i = 0; i < signed.size(); i++) {
            var assurance = signed.get(i);
            bodies.putIfAbsent(
                    places.issuer(assurance.body()), CtdlNodes.organisation(assurance.body(), places, language));
            actions.add(action(assurance, about));
            tell(assurance, path + "[" + i + "].scope.");
        }
        return signed.stream().map(a -> places.issuer(a.body())).distinct().toList();
    }

    private Node action(Assurance assurance, String about) {
        var statement = assurance.signed().statement();
        var scope = assurance.signed().scope();
        var accredits = assurance.signed().kind() == Accreditations.Kind.INSTITUTION;
        var what = words.of(accredits ? "publish.accreditation" : "publish.approval");
        return node(accredits ? "AccreditAction" : "ApproveAction")
                .put("@id", assurance.address(places) + "#action")
                .put("ceterms:ctid", Places.ctid(statement.id().value()))
                .put("ceterms:name", what)
                .put("ceterms:description", what)
                .put("ceterms:actionStatusType", concept("ActionStatus", "actionStat:ActiveActionStatus", "Active"))
                .put("ceterms:actingAgent", List.of(places.issuer(assurance.body())))
                .put("ceterms:object", List.of(about))
                .put("ceterms:startDate", scope.from().toString())
                .put("ceterms:endDate", scope.until().map(LocalDate::toString))
                .put("ceterms:evidenceOfAction", assurance.address(places));
    }

    private void tell(Assurance assurance, String path) {
        var scope = assurance.signed().scope();
        losses.lost(path + "fields", scope.fields(), "CTDL has no limits of an accreditation");
        losses.lost(path + "levels", assurance.levels(), "CTDL has no limits of an accreditation");
        losses.lost(path + "kinds", scope.kinds(), "CTDL has no limits of an accreditation");
        losses.lost(path + "under", scope.under(), "CTDL wants the address of a standard");
    }

    /// The bodies, then what they did.
    List<Node> nodes() {
        var all = new ArrayList<>(bodies.values());
        all.addAll(actions);
        return all;
    }
}
