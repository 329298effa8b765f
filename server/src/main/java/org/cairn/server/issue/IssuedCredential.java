package org.cairn.server.issue;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.award.AwardId;
import org.cairn.server.identity.OrganisationId;

/// One signed document made from an award.
///
/// @param statusReason what was said when the status last changed; empty while nothing ever happened to it
/// @param json the signed document, character for character
public record IssuedCredential(
        CredentialId id,
        OrganisationId organisation,
        AwardId award,
        Instant issuedAt,
        CredentialStatus status,
        Optional<String> statusReason,
        Optional<Instant> validUntil,
        String json) {

    static final String URN = "urn:uuid:";

    /// What the signed document calls itself.
    public String urn() {
        return URN + id;
    }

    /// Whether its own end has come; a matter of the clock alone, whatever the status says.
    public boolean isExpired(Instant now) {
        return validUntil.isPresent() && !now.isBefore(validUntil.get());
    }

    @Override
    public String toString() {
        return "IssuedCredential[" + id + ", " + status + "]";
    }
}
