package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Who seals the credential: the `id` is the DID whose key signs it.
public record Issuer(
        String id,
        String name,
        Optional<URI> url,
        Optional<String> email,
        Optional<URI> image,
        Optional<String> countryCode) {

    public Issuer {
        Bounds.line(id, "issuer id");
        Bounds.require(id.startsWith("did:") || id.startsWith("https://"), "the issuer id is a DID or https address");
        Bounds.line(name, "issuer name");
        Bounds.address(url, "issuer address");
        Bounds.line(email, "issuer e-mail");
        Bounds.image(image);
        countryCode.ifPresent(code -> Bounds.require(code.matches("[A-Z]{2}"), "a country code has two letters"));
    }

    public static Issuer of(String id, String name) {
        return new Issuer(id, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    JsonObject toJson() {
        return new Members()
                .add("id", id)
                .list("type", List.of("Profile"))
                .add("name", name)
                .add("url", url)
                .add("email", email)
                .add("image", image.map(Members::image))
                .add("address", countryCode.map(Issuer::address))
                .build();
    }

    private static JsonObject address(String code) {
        return new Members()
                .list("type", List.of("Address"))
                .add("addressCountryCode", code)
                .build();
    }
}
