package org.cairn.server.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.quality.Assurance;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// In the label of a version: which bodies that are trusted here have accredited its institution today, until when.
@Component
class AccreditedIssuer implements Assurance {
    private final Accreditations accreditations;
    private final TrustLists lists;
    private final Specs specs;
    private final Organisations organisations;
    private final StandingWords words;
    private final MessageSource messages;

    AccreditedIssuer(
            Accreditations accreditations,
            TrustLists lists,
            Specs specs,
            Organisations organisations,
            StandingWords words,
            MessageSource messages) {
        this.accreditations = accreditations;
        this.lists = lists;
        this.specs = specs;
        this.organisations = organisations;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public List<String> says(SpecVersionId version, Locale locale) {
        return specs.published(version).map(spec -> says(spec, locale)).orElse(List.of());
    }

    private List<String> says(PublishedSpec spec, Locale locale) {
        var trusted = lists.own();
        return accreditations.ofInstitution(spec.organisation()).stream()
                .filter(accreditations::stands)
                .filter(each -> trusted.contains(each.statement().organisation()))
                .filter(each -> covers(each.scope(), spec))
                .map(each -> messages.getMessage(
                        "trust.label",
                        new Object[] {
                            organisations
                                    .byId(each.statement().organisation())
                                    .map(Organisation::legalName)
                                    .orElse(""),
                            words.period(each.scope(), locale)
                        },
                        locale))
                .distinct()
                .toList();
    }

    /// As it would be for a credential of this version.
    private static boolean covers(Scope scope, PublishedSpec spec) {
        var content = spec.content();
        return scope.misses(new Claim(
                        "",
                        Optional.empty(),
                        Optional.of(content.fieldOfStudy()).filter(field -> !field.isBlank()),
                        content.eqfLevel(),
                        Optional.of("MicroCredential"),
                        spec.publishedAt(),
                        List.of()))
                .isEmpty();
    }
}
