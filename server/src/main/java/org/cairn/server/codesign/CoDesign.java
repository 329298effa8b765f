package org.cairn.server.codesign;

import java.util.Set;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.review.PartiesToSpec;
import org.springframework.stereotype.Service;

/// What later rooms may ask about co-design. Thread-safe.
@Service
public class CoDesign implements PartiesToSpec {
    private final RoomRepository rooms;

    CoDesign(RoomRepository rooms) {
        this.rooms = rooms;
    }

    /// Whether this employer and the institution signed exactly what was published as this version.
    public boolean isSignedTogether(OrganisationId employer, SpecVersionId version) {
        return rooms.isSignedTogether(employer, version);
    }

    /// The employers that sit, or sat, at the table where a microcredential was made: none of their people may judge
    /// its quality.
    @Override
    public Set<OrganisationId> parties(SpecId spec) {
        return rooms.employersOf(spec);
    }
}
