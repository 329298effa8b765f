package org.cairn.server.issue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.credential.did.DidDocument;
import org.cairn.credential.did.Multikey;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.CairnSettings;
import org.springframework.stereotype.Service;

/// Answers for the issuers of this house what the world would otherwise fetch from it over HTTP. Thread-safe.
@Service
public class Issuers {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final IssuerKeys keys;
    private final StatusLists lists;
    private final CairnSettings settings;

    Issuers(IssuerKeys keys, StatusLists lists, CairnSettings settings) {
        this.keys = keys;
        this.lists = lists;
        this.settings = settings;
    }

    /// The document of one of our issuers, retired keys included; empty for everybody else.
    public Optional<JsonObject> didDocument(String did) {
        return keys.identity(did).map(this::document);
    }

    /// The name under which an organisation signs; empty while it has signed nothing and chosen none.
    public Optional<String> did(OrganisationId organisation) {
        return keys.identity(organisation).map(IssuerIdentity::did);
    }

    /// The same of many; those that have none are left out.
    public Map<OrganisationId, String> dids(Collection<OrganisationId> organisations) {
        return keys.identities(organisations).stream()
                .collect(Collectors.toMap(IssuerIdentity::organisation, IssuerIdentity::did));
    }

    /// The organisation of this platform that signs under this name.
    public Optional<OrganisationId> organisation(String did) {
        return keys.identity(did).map(IssuerIdentity::organisation);
    }

    /// One of our status lists, signed and up to date; empty for every other address.
    public Optional<JsonObject> statusList(URI id) {
        var prefix = settings.address("/status/").toString();
        var text = id.toString();
        var name = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
        return UUID_FORM.matcher(name).matches()
                ? lists.signed(UUID.fromString(name)).map(signed -> Json.object(signed.json()))
                : Optional.empty();
    }

    JsonObject document(IssuerIdentity identity) {
        return DidDocument.of(
                identity.did(),
                keys.keys(identity.organisation()).stream()
                        .map(k -> new Multikey(k.methodId(), k.multibase(), k.retiredAt(), Optional.empty()))
                        .toList());
    }
}
