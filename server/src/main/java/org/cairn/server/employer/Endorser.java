package org.cairn.server.employer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.StatementId;

/// One organisation whose domain is proven, with all it says of one version: endorsers are counted, not statements.
///
/// @param slug its name in addresses, as in `/employers/{slug}`
/// @param said at least one; none of a kind twice
public record Endorser(OrganisationId organisation, String slug, String name, ProvenDomain domain, List<Said> said) {
    public Endorser {
        said = List.copyOf(said);
    }

    /// @param comment may be blank
    /// @param conflict a declared conflict of interest
    public record Said(
            EndorsementKind kind,
            Instant since,
            Instant until,
            String comment,
            Optional<String> conflict,
            StatementId statement) {}
}
