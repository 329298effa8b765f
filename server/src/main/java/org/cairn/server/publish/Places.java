package org.cairn.server.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Organisation;
import org.cairn.server.operate.CairnSettings;
import org.springframework.stereotype.Component;

/// The stable addresses of what is published.
@Component
class Places {
    private final CairnSettings settings;

    Places(CairnSettings settings) {
        this.settings = settings;
    }

    /// Where a version stands for good, and its name in every format: the achievement's id in issued badges.
    String version(SpecVersionId version) {
        return address("/catalogue/" + version);
    }

    String issuer(Organisation organisation) {
        return address("/issuers/" + organisation.slug());
    }

    String document(SpecVersionId version, Format format) {
        return address(path(version, format));
    }

    static String path(SpecVersionId version, Format format) {
        return "/catalogue/" + version + "/" + format.slug() + ".jsonld";
    }

    static String lossesPath(SpecVersionId version, Format format) {
        return "/catalogue/" + version + "/" + format.slug() + ".losses.json";
    }

    String address(String path) {
        return settings.address(path).toString();
    }

    /// The Credential Transparency Identifier of something that has a UUID already.
    static String ctid(UUID id) {
        return "ce-" + id;
    }

    /// That of something which only has an address: the same address gives the same identifier.
    static String ctid(String address) {
        return ctid(UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)));
    }

    /// An address that somebody typed in, where it is one; a document with others would not be read.
    static Optional<String> web(String typed) {
        try {
            var uri = new URI(typed.strip());
            return Optional.of(uri.toString())
                    .filter(u -> u.matches("https?://[^\\s]{3,1990}"))
                    .filter(_ -> uri.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
