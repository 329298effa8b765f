package org.cairn.server.review;

import java.util.Set;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.OrganisationId;

/// Organisations that have a stake in a spec besides its owner, as the employers that helped to
/// design it: none of their members may judge it. Declared here, answered by later rooms; every
/// bean of this type is asked.
public interface PartiesToSpec {
    Set<OrganisationId> parties(SpecId spec);
}
