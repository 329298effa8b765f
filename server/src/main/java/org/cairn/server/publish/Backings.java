package org.cairn.server.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.trust.Accreditations;
import org.cairn.server.trust.Accreditations.Accreditation;
import org.springframework.stereotype.Component;

/// Who of this platform's quality bodies stands behind versions and institutions. Whether a body is to be trusted,
/// whoever reads the documents decides: they name it and where its signed statement is.
@Component
class Backings {
    private final Accreditations accreditations;
    private final Organisations organisations;

    Backings(Accreditations accreditations, Organisations organisations) {
        this.accreditations = accreditations;
        this.organisations = organisations;
    }

    Map<SpecVersionId, List<Assurance>> ofVersions(Collection<SpecVersionId> versions) {
        return withBodies(accreditations.standingOfVersions(versions));
    }

    Map<OrganisationId, List<Assurance>> ofInstitutions(Collection<OrganisationId> institutions) {
        return withBodies(accreditations.standingOfInstitutions(institutions));
    }

    private <T> Map<T, List<Assurance>> withBodies(Map<T, List<Accreditation>> signed) {
        var bodies = organisations
                .byIds(signed.values().stream()
                        .flatMap(List::stream)
                        .map(a -> a.statement().organisation())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var found = new HashMap<T, List<Assurance>>();
        signed.forEach((about, many) -> found.put(
                about, many.stream().flatMap(a -> assurance(a, bodies)).toList()));
        return found;
    }

    private static Stream<Assurance> assurance(Accreditation signed, Map<OrganisationId, Organisation> bodies) {
        return Optional.ofNullable(bodies.get(signed.statement().organisation()))
                .map(body -> new Assurance(body, signed))
                .stream();
    }
}
