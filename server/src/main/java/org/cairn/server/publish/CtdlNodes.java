package org.cairn.server.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.identity.Organisation;

/// Nodes that occur in several places of the Credential Transparency Description Language.
final class CtdlNodes {
    static final String CONTEXT = "https://credreg.net/ctdl/schema/context/json";

    private static final String TERMS = "https://credreg.net/ctdl/terms/";

    private CtdlNodes() {}

    static Node node(String type) {
        return new Node().put("@type", "ceterms:" + type);
    }

    /// A concept of a list that CTDL itself keeps.
    ///
    /// @param scheme name of the list, as `Delivery`
    /// @param concept with its prefix, as `deliveryType:OnlineOnly`
    static Node concept(String scheme, String concept, String name) {
        return node("CredentialAlignmentObject")
                .put("ceterms:framework", TERMS + scheme)
                .put("ceterms:targetNode", concept)
                .put("ceterms:targetNodeName", Map.of("en", name));
    }

    /// A node of any other framework.
    static Node alignment(String framework, String frameworkName, Optional<String> target, Map<String, String> name) {
        return node("CredentialAlignmentObject")
                .put("ceterms:framework", framework)
                .put("ceterms:frameworkName", frameworkName.isBlank() ? Map.of() : Map.of("en", frameworkName))
                .put("ceterms:targetNode", target)
                .put("ceterms:targetNodeName", name);
    }

    static Node skill(Skill skill, Map<String, String> name) {
        return alignment("", skill.framework(), Places.web(skill.uri()), name);
    }

    static Node eqf(int level) {
        return alignment(
                ElmCodes.list("eqf"),
                "European Qualifications Framework",
                Optional.of(ElmCodes.eqf(level)),
                Map.of("en", "EQF level " + level));
    }

    static Node field(String iscedF) {
        return alignment(
                        ElmCodes.list("isced-f"),
                        "ISCED Fields of Education and Training 2013",
                        Optional.of(ElmCodes.field(iscedF)),
                        Map.of("en", iscedF))
                .put("ceterms:codedNotation", iscedF);
    }

    /// Credits with their scheme: CTDL's own list of units was not seen to have this one.
    static Node ects(BigDecimal points) {
        return node("ValueProfile")
                .put(
                        "ceterms:creditUnitType",
                        List.of(alignment(
                                ElmCodes.list("education-credit"),
                                "Europass Standard List of Educational Credit Systems",
                                Optional.of(ElmCodes.ECTS),
                                Map.of("en", "ECTS"))))
                .put("schema:value", points);
    }

    static Node hours(BigDecimal hours) {
        return node("DurationProfile").put("ceterms:exactDuration", IsoDuration.ofHours(hours));
    }

    /// How learning reaches the learner; empty for what is no way of delivery.
    static Optional<Node> delivery(Set<Participation> ways) {
        if (ways.contains(Participation.BLENDED)) {
            return Optional.of(concept("Delivery", "deliveryType:BlendedDelivery", "Blended Delivery"));
        }
        var online = ways.contains(Participation.ONLINE);
        var onSite = ways.contains(Participation.ON_SITE);
        if (online && onSite) {
            return Optional.of(concept("Delivery", "deliveryType:BlendedDelivery", "Blended Delivery"));
        }
        return online
                ? Optional.of(concept("Delivery", "deliveryType:OnlineOnly", "Online Only"))
                : Optional.of(concept("Delivery", "deliveryType:InPerson", "In-Person Only"))
                        .filter(_ -> onSite);
    }

    /// @param language of its name, which the house does not know
    static Node organisation(Organisation organisation, Places places, String language) {
        return node(organisation.kind() == Organisation.Kind.QUALITY_BODY
                        ? "QACredentialOrganization"
                        : "CredentialOrganization")
                .put("@id", places.issuer(organisation))
                .put("ceterms:ctid", Places.ctid(organisation.id().value()))
                .put("ceterms:name", Map.of(language, organisation.legalName()))
                .put(
                        "ceterms:subjectWebpage",
                        organisation.website().flatMap(Places::web).orElseGet(() -> places.issuer(organisation)))
                .put("ceterms:email", organisation.email().map(List::of))
                .put(
                        "ceterms:address",
                        List.of(node("Place")
                                .put("ceterms:addressCountry", FixedWords.country(organisation.country()))))
                .put("ceterms:lifeCycleStatusType", concept("LifeCycleStatus", "lifeCycle:Active", "Active"));
    }
}
