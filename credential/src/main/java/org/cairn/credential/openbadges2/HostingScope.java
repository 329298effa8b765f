package org.cairn.credential.openbadges2;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// Where an issuer's hosted assertions may lie, by the issuer's own profile: under certain addresses, on certain hosts,
/// or, when it says nothing, on the host of the profile itself.
public final class HostingScope {

    private static final int MAX_ENTRIES = 50;

    private final List<String> prefixes;
    private final List<String> hosts;

    private HostingScope(List<String> prefixes, List<String> hosts) {
        this.prefixes = prefixes;
        this.hosts = hosts;
    }

    public static HostingScope of(JsonObject issuer) {
        JsonObject rules = Json.member(issuer, "verification").orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<String> prefixes = bounded(rules, "startsWith");
        List<String> hosts = bounded(rules, "allowedOrigins").stream()
                .map(origin -> origin.contains("://") ? host(origin).orElse("") : origin)
                .toList();
        boolean silent = !rules.containsKey("startsWith") && !rules.containsKey("allowedOrigins");
        String own = Json.string(issuer, "id").flatMap(HostingScope::host).orElse("");
        return new HostingScope(prefixes, silent ? List.of(own) : hosts);
    }

    /// Whether the assertion's address is where it may be. Where both kinds of rule are given, both have to hold.
    public boolean contains(String address) {
        Optional<String> host = host(address);
        boolean rightHost = hosts.isEmpty()
                || host.filter(name -> hosts.stream().anyMatch(name::equalsIgnoreCase))
                        .isPresent();
        boolean rightPlace = prefixes.isEmpty() || prefixes.stream().anyMatch(prefix -> lies(address, prefix));
        boolean someRule = !hosts.isEmpty() || !prefixes.isEmpty();
        return host.isPresent() && someRule && rightHost && rightPlace;
    }

    /// A prefix such as `https://example.org` must not take in `https://example.org.attacker.example`.
    private static boolean lies(String address, String prefix) {
        boolean within = address.startsWith(prefix) && !prefix.isEmpty();
        return within && host(address).equals(host(prefix)) && !address.contains("/../");
    }

    private static List<String> bounded(JsonObject rules, String name) {
        return Json.strings(rules, name).stream().limit(MAX_ENTRIES).toList();
    }

    private static Optional<String> host(String address) {
        try {
            URI uri = URI.create(address);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return plain ? Optional.of(uri.getHost().toLowerCase(Locale.ROOT)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
