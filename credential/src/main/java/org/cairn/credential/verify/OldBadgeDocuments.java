package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.openbadges2.Linked;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;

/// The documents an Open Badges 2.0 assertion is spread over, each fetched from the address that is its identifier.
final class OldBadgeDocuments {

    private static final int MAX_DOCUMENT = 1024 * 1024;
    private static final String ACCEPT = "application/ld+json, application/json";

    private final Outside outside;

    OldBadgeDocuments(Outside outside) {
        this.outside = outside;
    }

    /// What lies there.
    sealed interface Answer {}

    /// A document that calls itself by the address it lies at.
    record Found(JsonObject document) implements Answer {}

    /// None of use.
    ///
    /// @param code what that means for the assertion
    record NotThere(FindingCode code, String address) implements Answer {}

    Answer fetch(String address) {
        Optional<URI> place = WebIssuers.address(address);
        if (place.isEmpty()) {
            return new NotThere(FindingCode.HOSTED_INVALID, address);
        }
        return switch (outside.fetch(place.get(), ACCEPT, MAX_DOCUMENT)) {
            case Fetched.Body body -> read(address, body);
            case Fetched.Missing(int status) when status == 410 -> new NotThere(FindingCode.STATUS_REVOKED, address);
            case Fetched.Missing(int status) when status == 404 -> new NotThere(FindingCode.HOSTED_MISSING, address);
            case Fetched.Missing(int status) -> new NotThere(FindingCode.HOSTED_UNREACHABLE, address);
            case Fetched.Unreachable(String why) -> new NotThere(FindingCode.HOSTED_UNREACHABLE, address);
            case Fetched.Refused(String why) -> new NotThere(FindingCode.HOSTED_UNREACHABLE, address);
        };
    }

    /// The embedded document, or the one at the address.
    Answer follow(Linked link) {
        return link.embedded().<Answer>map(Found::new).orElseGet(() -> fetch(link.id()));
    }

    private static Answer read(String address, Fetched.Body body) {
        try {
            JsonObject document = Json.object(body.bytes());
            return Json.string(document, "id").equals(Optional.of(address))
                    ? new Found(document)
                    : new NotThere(FindingCode.HOSTED_INVALID, address);
        } catch (MalformedJsonException e) {
            return new NotThere(FindingCode.HOSTED_INVALID, address);
        }
    }
}
