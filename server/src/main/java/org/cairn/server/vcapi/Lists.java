package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusListCredential;
import org.cairn.server.operate.CairnSettings;
import org.springframework.stereotype.Component;

/// Publishes the status lists, signed anew for each reader so that a flipped bit is seen at once.
@Component
class Lists {
    static final String PATH = "/vc-api/status/";

    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^/]+" + PATH + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Tenants tenants;
    private final Signatures signatures;
    private final VcApiSettings settings;
    private final CairnSettings house;
    private final InstantSource time;

    Lists(Tenants tenants, Signatures signatures, VcApiSettings settings, CairnSettings house, InstantSource time) {
        this.tenants = tenants;
        this.signatures = signatures;
        this.settings = settings;
        this.house = house;
        this.time = time;
    }

    /// The signed list.
    ///
    /// @param address under which the reader found it; it is part of what is signed
    Optional<JsonObject> signed(UUID list, URI address) {
        return tenants.tenant(list).map(tenant -> signed(tenant, list, address));
    }

    /// The signed list that lies under the address, if it is one of ours.
    Optional<JsonObject> own(URI address) {
        return list(address).flatMap(list -> signed(list, address));
    }

    /// Whether one of our lists says that the credential with this entry does not stand.
    boolean isSet(JsonObject entry) {
        var address = Json.string(entry, "statusListCredential").flatMap(Lists::uri);
        var index = Json.string(entry, "statusListIndex")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
        return address.flatMap(this::list)
                .flatMap(list ->
                        tenants.tenant(list).map(tenant -> tenant.ledger().bits(list)))
                .flatMap(bits -> index.filter(i -> i < bits.size()).map(bits::get))
                .orElse(false);
    }

    /// Whether the address is that of one of our lists.
    boolean isOwn(String address) {
        return uri(address).flatMap(this::list).flatMap(tenants::tenant).isPresent();
    }

    private JsonObject signed(Tenant tenant, UUID list, URI address) {
        var issuer = tenant.keys().key(IssuerSuite.STATUS).didKey();
        var purpose = tenant.ledger().purpose(list).orElseThrow();
        var now = time.instant();
        var unsigned = StatusListCredential.unsigned(
                address, issuer, purpose.id(), tenant.ledger().bits(list), now, TTL);
        return signatures.sign(tenant.keys(), IssuerSuite.STATUS, unsigned, List.of(), now);
    }

    /// The list an address of this host names.
    private Optional<UUID> list(URI address) {
        var form = ADDRESS.matcher(address.toString());
        return form.matches() && isHere(address) ? Optional.of(UUID.fromString(form.group(1))) : Optional.empty();
    }

    private boolean isHere(URI address) {
        return address.toString().startsWith(house.publicUrl() + PATH)
                || (settings.open() && LOOPBACK.contains(address.getHost()));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
