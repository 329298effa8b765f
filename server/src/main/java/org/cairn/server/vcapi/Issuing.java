package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.selective.DisclosureException;
import org.cairn.credential.status.StatusEntry;
import org.cairn.server.vcapi.Body.Options;
import org.springframework.stereotype.Service;

/// Signs what integrators send, if it is built as the Data Model demands and the signature can cover all of it.
@Service
class Issuing {
    private static final String STATUS = "credentialStatus";

    private final Signatures signatures;
    private final InstantSource time;

    Issuing(Signatures signatures, InstantSource time) {
        this.signatures = signatures;
        this.time = time;
    }

    /// What is to be signed, by whom, and where its status will be told.
    ///
    /// @param lists the address below which status lists are published
    record Order(IssuerSuite suite, JsonObject credential, Options options, URI lists) {}

    /// @throws Refused with everything that is wrong with the credential or the options
    JsonObject issue(Tenant tenant, Order order) {
        var troubles = Troubles.of(DataModel.credentialOfAnyVersion(order.credential()), "/credential");
        if (!troubles.isEmpty()) {
            throw new Refused(troubles);
        }
        var pointers = order.options().pointers("mandatoryPointers");
        // A first signature finds out whether it can be done at all, before a place in a status list is taken.
        var signed = sign(tenant, order, order.credential(), pointers);
        return order.suite() == IssuerSuite.STATUS ? sign(tenant, order, withStatus(tenant, order), pointers) : signed;
    }

    private JsonObject sign(Tenant tenant, Order order, JsonObject credential, List<String> pointers) {
        try {
            return signatures.sign(tenant.keys(), order.suite(), credential, pointers, time.instant());
        } catch (ContentException e) {
            throw new Refused(Troubles.of(e.code(), e.detail(), "/credential"));
        } catch (DisclosureException e) {
            throw new Refused(Deriving.disclosure(e, "/options/mandatoryPointers"));
        }
    }

    private static JsonObject withStatus(Tenant tenant, Order order) {
        var credential = order.credential();
        var name = order.options()
                .text("credentialId")
                .or(() -> Json.string(credential, "id").filter(id -> id.length() <= 1_000))
                .orElseGet(() -> "urn:uuid:" + UUID.randomUUID());
        var entries = new ArrayList<>(Json.list(credential, STATUS));
        for (var purpose : purposes(order.options())) {
            var place = tenant.ledger().take(name, purpose);
            entries.add(new StatusEntry(order.lists().resolve(place.list().toString()), purpose.id(), place.index())
                    .toJson());
        }
        var named = Json.PROVIDER.createObjectBuilder(credential);
        if (!credential.containsKey("id") && !order.options().json().containsKey("credentialId")) {
            named.add("id", name); // its status is changed by this name
        }
        return named.add(STATUS, oneOrSeveral(entries)).build();
    }

    /// Revocation, unless the caller wishes otherwise.
    private static Set<StatusPurpose> purposes(Options options) {
        var wishes = options.texts("statusPurpose");
        var purposes = new LinkedHashSet<StatusPurpose>();
        for (var wish : wishes.isEmpty() ? List.of(StatusPurpose.REVOCATION.id()) : wishes) {
            purposes.add(StatusPurpose.named(wish).orElseThrow(() -> unknownPurpose("/options/statusPurpose")));
        }
        return purposes;
    }

    static Refused unknownPurpose(String pointer) {
        return new Refused(Trouble.at(pointer, Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.status.purpose"));
    }

    private static JsonValue oneOrSeveral(List<JsonValue> entries) {
        if (entries.size() == 1) {
            return entries.getFirst();
        }
        var array = Json.PROVIDER.createArrayBuilder();
        entries.forEach(array::add);
        return array.build();
    }
}
