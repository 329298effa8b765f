package org.cairn.server.publish;

import static org.cairn.server.publish.Elm.node;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.OfferingTerms;

/// The offerings of a version as learning opportunities of the European Learning Model.
final class ElmOfferings {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Listing listing;
    private final Places places;
    private final ElmTexts texts;
    private final Losses losses;
    private final String version;

    ElmOfferings(Listing listing, Places places, ElmTexts texts, Losses losses) {
        this.listing = listing;
        this.places = places;
        this.texts = texts;
        this.losses = losses;
        this.version = places.version(listing.spec().id());
    }

    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < listing.offerings().size(); i++) {
            nodes.add(opportunity(listing.offerings().get(i), "offerings[" + i + "].terms."));
        }
        return nodes;
    }

    private Node opportunity(Offering offering, String path) {
        var terms = offering.terms();
        tell(terms, path);
        return node("LearningOpportunity")
                .put("id", version + "#offering-" + offering.id())
                .put("dcType", List.of(ElmCodes.shortLearningProgramme()))
                .put(
                        "title",
                        terms.title().isEmpty()
                                ? texts.of("title", listing.content().title())
                                : texts.of(path + "title", terms.title()))
                .put(
                        "homepage",
                        List.of(node("WebResource")
                                .put("contentURL", Places.web(terms.url()).orElse(version))))
                .put("temporal", temporal(terms))
                .put("applicationDeadline", terms.lastDayToApply().map(ElmOfferings::end))
                .put("mode", List.of(ElmCodes.mode(terms.mode())))
                .put("priceDetail", List.of(price(terms, path)))
                .put(
                        "providedBy",
                        new Node().put("id", places.issuer(listing.issuer())).put("type", "Organisation"))
                .put("location", location(terms))
                .put(
                        "learningAchievementSpecification",
                        new Node().put("id", version).put("type", "Qualification"))
                .put(
                        "additionalNote",
                        texts.note(path + "accessibility", terms.accessibility())
                                .map(List::of));
    }

    private static Optional<Node> temporal(OfferingTerms terms) {
        return terms.startsOn().isEmpty() && terms.endsOn().isEmpty()
                ? Optional.empty()
                : Optional.of(node("PeriodOfTime")
                        .put("startDate", terms.startsOn().map(day -> moment(day, LocalTime.MIDNIGHT)))
                        .put("endDate", terms.endsOn().map(ElmOfferings::end)));
    }

    /// The model has moments where the catalogue has days, which end with their last second.
    private static String end(LocalDate day) {
        return moment(day, LAST_SECOND);
    }

    private static String moment(LocalDate day, LocalTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(time).atOffset(ZoneOffset.UTC));
    }

    private Node price(OfferingTerms terms, String path) {
        return node("PriceDetail")
                .put(
                        "amount",
                        node("Amount")
                                .put("unit", ElmCodes.currency(terms.currency()))
                                .put("value", terms.price()))
                .put(
                        "additionalNote",
                        texts.note(path + "waiverFor", terms.waiverFor()).map(List::of));
    }

    private Optional<List<Node>> location(OfferingTerms terms) {
        var place = Optional.of(terms.place()).filter(p -> !p.isBlank());
        var country = ElmCodes.country(listing.issuer().country());
        return place.map(p -> List.of(node("Location")
                .put(
                        "address",
                        List.of(node("Address")
                                .put("countryCode", country)
                                .put(
                                        "fullAddress",
                                        node("Note").put("noteLiteral", Map.of(language(terms), List.of(p))))))));
    }

    private String language(OfferingTerms terms) {
        var tag = terms.title().keySet().stream().findFirst().orElseGet(listing::language);
        return tag.split("-", 2)[0];
    }

    private void tell(OfferingTerms terms, String path) {
        losses.lost(
                path + "languages", terms.languages(), "the published context has no term for it at an opportunity");
        losses.lost(path + "places", terms.places(), "the model does not say how many can take part");
        losses.lost(path + "hoursPerWeek", terms.hoursPerWeek(), "the model has three kinds of schedule, not hours");
        losses.lost(path + "place", terms.place(), "an address needs a country; that of the provider is given");
    }
}
