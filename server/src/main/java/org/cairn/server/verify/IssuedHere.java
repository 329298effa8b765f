package org.cairn.server.verify;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cairn.server.issue.ComponentState;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.issue.Issuers;
import org.cairn.server.portfolio.Shares;
import org.cairn.server.portfolio.Visit;
import org.springframework.stereotype.Component;

/// Our papers, from the database of this platform.
@Component
class IssuedHere implements OwnPapers {
    private final Issuers issuers;
    private final Credentials credentials;
    private final Shares shares;

    IssuedHere(Issuers issuers, Credentials credentials, Shares shares) {
        this.issuers = issuers;
        this.credentials = credentials;
        this.shares = shares;
    }

    @Override
    public Optional<JsonObject> didDocument(String did) {
        return issuers.didDocument(did);
    }

    @Override
    public Optional<JsonObject> statusList(URI address) {
        return issuers.statusList(address);
    }

    @Override
    public Optional<List<String>> share(String token, HttpServletRequest visit) {
        return shares.open(token, Visit.of(visit))
                .map(share ->
                        share.credentials().stream().map(IssuedCredential::json).toList());
    }

    @Override
    public Optional<ComponentState> component(String larger, String component) {
        return credentials.component(larger, component);
    }

    @Override
    public boolean isSuspended(String urn) {
        return credentials
                .byUrn(urn)
                .filter(c -> c.status() == CredentialStatus.SUSPENDED)
                .isPresent();
    }
}
