package org.cairn.server.portfolio;

import java.time.Instant;
import org.cairn.server.award.Award;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.identity.Organisation;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.IssuedCredential;

/// One credential with all that explains it. [Portfolio] makes it for the holder, [Shares] for whom she shows it to.
record Held(Award award, IssuedCredential credential, PublishedSpec spec, Organisation issuer) {

    /// In one word, as `fragments/status` knows it: an active credential after its last day has expired, and one whose
    /// award was given up for a higher one is absorbed.
    String status(Instant now) {
        if (award.isAbsorbed()) {
            return "ABSORBED";
        }
        var expired = credential.status() == CredentialStatus.ACTIVE
                && credential.validUntil().filter(end -> !end.isAfter(now)).isPresent();
        return expired ? "EXPIRED" : credential.status().name();
    }

    String art() {
        return art(spec);
    }

    /// Address of a badge's picture.
    static String art(PublishedSpec spec) {
        return spec.content()
                .image()
                .map(image -> "/images/" + image.value())
                .orElse("/catalogue/" + spec.id().value() + "/badge.svg");
    }
}
