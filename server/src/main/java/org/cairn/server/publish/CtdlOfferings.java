package org.cairn.server.publish;

import static org.cairn.server.publish.CtdlNodes.concept;
import static org.cairn.server.publish.CtdlNodes.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.OfferingTerms;

/// The offerings of a version as learning opportunities.
final class CtdlOfferings {
    private final Listing listing;
    private final SpecContent content;
    private final Places places;
    private final FixedWords words;
    private final Losses losses;
    private final String version;

    CtdlOfferings(Listing listing, Places places, FixedWords words, Losses losses) {
        this.listing = listing;
        this.content = listing.content();
        this.places = places;
        this.words = words;
        this.losses = losses;
        this.version = places.version(listing.spec().id());
    }

    List<Node> nodes(List<Node> competencies) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < listing.offerings().size(); i++) {
            nodes.add(opportunity(listing.offerings().get(i), competencies));
            tell(listing.offerings().get(i).terms(), "offerings[" + i + "].terms.");
        }
        return nodes;
    }

    private Node opportunity(Offering offering, List<Node> competencies) {
        var terms = offering.terms();
        var issuer = List.of(places.issuer(listing.issuer()));
        return node("LearningOpportunityProfile")
                .put("@id", version + "#offering-" + offering.id())
                .put("ceterms:ctid", Places.ctid(offering.id().value()))
                .put("ceterms:name", terms.title().isEmpty() ? content.title() : terms.title())
                .put("ceterms:description", content.description())
                .put("ceterms:subjectWebpage", page(terms))
                .put("ceterms:ownedBy", issuer)
                .put("ceterms:offeredBy", issuer)
                .put("ceterms:inLanguage", terms.languages())
                .put("ceterms:dateEffective", terms.startsOn().map(LocalDate::toString))
                .put("ceterms:expirationDate", terms.endsOn().map(LocalDate::toString))
                .put("ceterms:deliveryType", List.of(delivery(terms.mode())))
                .put("ceterms:availableAt", place(terms))
                .put("ceterms:availableOnlineAt", online(terms))
                .put("ceterms:estimatedCost", List.of(cost(terms)))
                .put("ceterms:financialAssistance", assistance(terms))
                .put(
                        "ceterms:estimatedDuration",
                        content.hours().map(CtdlNodes::hours).map(List::of))
                .put("ceterms:creditValue", content.ects().map(CtdlNodes::ects).map(List::of))
                .put("ceterms:teaches", competencies)
                .put("ceterms:isPreparationFor", List.of(preparation()))
                .put("ceterms:lifeCycleStatusType", concept("LifeCycleStatus", "lifeCycle:Active", "Active"));
    }

    private String page(OfferingTerms terms) {
        return Places.web(terms.url()).orElse(version);
    }

    private Node preparation() {
        return node("ConditionProfile")
                .put("ceterms:description", words.of("publish.ctdl.prepares"))
                .put("ceterms:targetCredential", List.of(version));
    }

    private static Node delivery(OfferingTerms.Mode mode) {
        return switch (mode) {
            case ONLINE -> concept("Delivery", "deliveryType:OnlineOnly", "Online Only");
            case ON_SITE -> concept("Delivery", "deliveryType:InPerson", "In-Person Only");
            case BLENDED -> concept("Delivery", "deliveryType:BlendedDelivery", "Blended Delivery");
        };
    }

    private Optional<List<Node>> place(OfferingTerms terms) {
        return Optional.of(terms.place())
                .filter(p -> !p.isBlank())
                .map(p -> List.of(node("Place").put("ceterms:description", Map.of(language(terms), p))));
    }

    private Optional<List<String>> online(OfferingTerms terms) {
        return terms.mode() == OfferingTerms.Mode.ON_SITE ? Optional.empty() : Optional.of(List.of(page(terms)));
    }

    private Node cost(OfferingTerms terms) {
        return node("CostProfile")
                .put("ceterms:costDetails", page(terms))
                .put("ceterms:description", words.of("publish.ctdl.cost"))
                .put("ceterms:currency", terms.currency())
                .put("ceterms:price", terms.price())
                .put("ceterms:directCostType", concept("CostType", "costType:Tuition", "Tuition"));
    }

    private Optional<List<Node>> assistance(OfferingTerms terms) {
        return terms.waiver()
                ? Optional.of(List.of(node("FinancialAssistanceProfile")
                        .put("ceterms:name", words.of("publish.ctdl.waiver"))
                        .put("ceterms:description", terms.waiverFor())))
                : Optional.empty();
    }

    private String language(OfferingTerms terms) {
        return terms.title().keySet().stream().findFirst().orElseGet(listing::language);
    }

    private void tell(OfferingTerms terms, String path) {
        losses.lost(path + "applyBy", terms.lastDayToApply(), "CTDL has no last day to apply");
        losses.lost(path + "places", terms.places(), "CTDL does not say how many can take part");
        losses.lost(path + "hoursPerWeek", terms.hoursPerWeek(), "CTDL has the whole duration only");
        losses.lost(path + "accessibility", terms.accessibility(), "CTDL has support services, not a statement");
        losses.lost(path + "place", terms.place(), "it is told in one line, not as street and town");
    }
}
