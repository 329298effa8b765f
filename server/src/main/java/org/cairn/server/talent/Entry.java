package org.cairn.server.talent;

import java.util.Optional;
import org.cairn.server.employer.Domains;
import org.cairn.server.employer.ProvenDomain;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.springframework.stereotype.Component;

/// Who may look for people: employers that have shown who they are. Anybody can found an organisation under any name,
/// so
/// a name alone opens nothing here.
@Component
class Entry {
    private final Domains domains;

    Entry(Domains domains) {
        this.domains = domains;
    }

    boolean isOpenTo(Acting acting) {
        return acting.organisation().kind() == Organisation.Kind.EMPLOYER
                && domains.of(acting.organisationId()).isPresent();
    }

    /// By which a person can tell who asks.
    Optional<String> domain(OrganisationId employer) {
        return domains.of(employer).map(ProvenDomain::domain);
    }
}
