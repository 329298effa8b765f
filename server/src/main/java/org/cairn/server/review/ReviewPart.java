package org.cairn.server.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.VersionPart;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.quality.Assurance;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who approved a version and until when: on its page, and in the line "assurance" of its label.
@Component
@Order(1)
class ReviewPart implements VersionPart, Assurance {
    private final Reviews reviews;
    private final Organisations organisations;
    private final MessageSource messages;

    ReviewPart(Reviews reviews, Organisations organisations, MessageSource messages) {
        this.reviews = reviews;
        this.organisations = organisations;
        this.messages = messages;
    }

    /// @param own whether it is the institution's own quality team
    record Line(String body, boolean own, String on, String until, String packs, int conditions) {}

    @Override
    public Optional<Part> part(PublishedSpec version, Locale locale) {
        var lines = reviews.standing(version.id()).stream()
                .map(each -> new Line(
                        name(each.body()),
                        each.body().equals(version.organisation()),
                        ReviewForms.day(each.decidedOn(), locale),
                        ReviewForms.day(each.until(), locale),
                        String.join(", ", each.packs()),
                        each.openConditions()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Part("review/label", lines));
    }

    @Override
    public List<String> says(SpecVersionId version, Locale locale) {
        return reviews.standing(version).stream()
                .map(each -> messages.getMessage(
                        each.openConditions() == 0 ? "review.label.line" : "review.label.conditions",
                        new Object[] {name(each.body()), ReviewForms.day(each.until(), locale), each.openConditions()},
                        locale))
                .toList();
    }

    private String name(OrganisationId id) {
        return organisations.byId(id).map(Organisation::legalName).orElse("");
    }
}
