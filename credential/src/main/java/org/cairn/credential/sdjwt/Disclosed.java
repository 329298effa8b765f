package org.cairn.credential.sdjwt;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;

/// The claims of a token after the disclosures have taken their places, and the places that could have been kept back.
/// Nothing in it is signed before the token's signature has been checked.
public record Disclosed(JsonObject claims, Set<ClaimPath> selective) {

    public Disclosed {
        selective = Set.copyOf(selective);
    }

    static Disclosed of(JsonObject claims, Map<Disclosure, ClaimPath> places) {
        return new Disclosed(claims, Set.copyOf(places.values()));
    }
}
