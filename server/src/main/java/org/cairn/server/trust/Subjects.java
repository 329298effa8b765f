package org.cairn.server.trust;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.Issuers;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Component;

/// Finds what an accreditation is meant to be about, and says what it is called.
@Component
class Subjects {
    private static final Pattern VERSION =
            Pattern.compile("(?:.*/catalogue/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?");
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,400}");

    private final Organisations organisations;
    private final Issuers issuers;
    private final Specs specs;
    private final Accreditations accreditations;

    Subjects(Organisations organisations, Issuers issuers, Specs specs, Accreditations accreditations) {
        this.organisations = organisations;
        this.issuers = issuers;
        this.specs = specs;
        this.accreditations = accreditations;
    }

    /// @throws InputException that says why it cannot be
    URI find(Acting by, AccreditationForm form) {
        return switch (form.chosen()) {
            case INSTITUTION -> institution(by, form.subject());
            case VERSION -> version(by, form.subject());
        };
    }

    private URI institution(Acting by, String typed) {
        if (DID.matcher(typed).matches()) {
            return issuers.organisation(typed).equals(Optional.of(by.organisationId()))
                    ? refuse("trust.form.self")
                    : URI.create(typed);
        }
        var institution = organisations
                .bySlug(typed.toLowerCase(Locale.ROOT))
                .filter(o -> o.kind() == Organisation.Kind.INSTITUTION);
        return institution.isEmpty()
                ? refuse("trust.form.institution.form")
                : issuers.did(institution.get().id())
                        .map(URI::create)
                        .orElseGet(() -> refuse("trust.form.institution.nameless"));
    }

    private URI version(Acting by, String typed) {
        var match = VERSION.matcher(typed);
        var version = match.matches()
                ? specs.published(new SpecVersionId(UUID.fromString(match.group(1))))
                : Optional.<PublishedSpec>empty();
        if (version.isEmpty()) {
            return refuse("trust.form.version.form");
        }
        return version.get().organisation().equals(by.organisationId())
                ? refuse("trust.form.self")
                : accreditations.address(version.get().id());
    }

    private static URI refuse(String key) {
        throw new InputException(Fault.of("subject", key));
    }

    /// What it is called here; its identifier where it is nobody of this platform.
    String name(URI about, Locale locale) {
        return accreditations
                .version(about)
                .map(spec -> spec.content().titleIn(locale) + " · v" + spec.number())
                .or(() -> issuers.organisation(about.toString())
                        .flatMap(organisations::byId)
                        .map(Organisation::legalName))
                .orElse(about.toString());
    }
}
