package org.cairn.server.trust;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.Issuers;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Component;

/// Finds what an accreditation is meant to be about, and says what it is called.
@Component
class Subjects {
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,400}");

    private final Organisations organisations;
    private final Issuers issuers;
    private final Accreditations accreditations;

    Subjects(Organisations organisations, Issuers issuers, Accreditations accreditations) {
        this.organisations = organisations;
        this.issuers = issuers;
        this.accreditations = accreditations;
    }

    /// @throws InputException that says why it cannot be
    URI find(Acting by, String typed) {
        if (DID.matcher(typed).matches()) {
            return issuers.organisation(typed)
                    .map(organisation -> accreditable(by, organisation, URI.create(typed)))
                    .orElseGet(() -> URI.create(typed));
        }
        var institution = organisations
                .bySlug(typed.toLowerCase(Locale.ROOT))
                .filter(o -> o.kind() == Organisation.Kind.INSTITUTION);
        if (institution.isEmpty()) {
            return refuse("trust.form.institution.form");
        }
        var id = institution.get().id();
        return issuers.did(id)
                .map(did -> accreditable(by, id, URI.create(did)))
                .orElseGet(() -> refuse("trust.form.institution.nameless"));
    }

    /// Nobody vouches for her own house.
    private URI accreditable(Acting by, OrganisationId institution, URI did) {
        if (institution.equals(by.organisationId())) {
            return refuse("trust.form.self");
        }
        var isMember = by.actor().startsWith("person:")
                && organisations.members(institution).stream()
                        .anyMatch(member -> by.actor().equals("person:" + member.person()));
        return isMember ? refuse("trust.form.member") : did;
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
