package org.cairn.server.issue;

import java.util.List;
import org.cairn.server.award.AwardCredentials;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.CredentialLine;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.springframework.stereotype.Component;

/// The credentials of an award, for the award's own page.
@Component
class ShownCredentials implements AwardCredentials {
    private final Credentials credentials;
    private final Organisations organisations;

    ShownCredentials(Credentials credentials, Organisations organisations) {
        this.credentials = credentials;
        this.organisations = organisations;
    }

    @Override
    public List<CredentialLine> of(AwardId award) {
        return credentials.ofAwards(List.of(award)).stream()
                .map(c -> new CredentialLine("Open Badges 3.0", c.status().name(), c.issuedAt(), href(c)))
                .toList();
    }

    private String href(IssuedCredential credential) {
        var slug = organisations.byId(credential.organisation()).map(Organisation::slug);
        return "/o/" + slug.orElseThrow() + "/credentials/" + credential.id();
    }
}
