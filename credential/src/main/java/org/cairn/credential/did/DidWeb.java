package org.cairn.credential.did;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;

/// `did:web`: the identifier names a web address. It is as trustworthy as that site is today, and gone when the site
/// is.
public final class DidWeb implements DidResolver {

    private static final String PREFIX = "did:web:";
    private static final int MAX_CHARS = 1_000;
    private static final int MAX_DOCUMENT = 256 * 1024;
    private static final String ACCEPT = "application/did+ld+json, application/did+json, application/json";
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(%3a[0-9]{1,5})?");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

    private final Outside outside;

    public DidWeb(Outside outside) {
        this.outside = outside;
    }

    @Override
    public DidResolution resolve(String did) {
        Optional<URI> address = address(did);
        if (address.isEmpty()) {
            return new DidResolution.Invalid("not a did:web");
        }
        return switch (outside.fetch(address.get(), ACCEPT, MAX_DOCUMENT)) {
            case Fetched.Body body -> read(did, body);
            case Fetched.Missing(int status)
            when status == 404 || status == 410 -> new DidResolution.NotFound("HTTP status " + status);
            case Fetched.Missing(int status) -> new DidResolution.Unreachable("HTTP status " + status);
            case Fetched.Unreachable(String why) -> new DidResolution.Unreachable(why);
            case Fetched.Refused(String why) -> new DidResolution.Unreachable(why);
        };
    }

    /// Where the document of a `did:web` lies; empty when the DID is not one.
    public static Optional<URI> address(String did) {
        if (!did.startsWith(PREFIX) || did.length() > MAX_CHARS) {
            return Optional.empty();
        }
        List<String> parts = List.of(did.substring(PREFIX.length()).split(":", -1));
        String host = parts.getFirst().toLowerCase(Locale.ROOT);
        List<String> path = parts.subList(1, parts.size());
        boolean valid = HOST.matcher(host).matches() && path.stream().allMatch(DidWeb::isSegment);
        if (!valid) {
            return Optional.empty();
        }
        String folder = path.isEmpty() ? "/.well-known" : "/" + String.join("/", path);
        return Optional.of(URI.create("https://" + host.replace("%3a", ":") + folder + "/did.json"));
    }

    /// The `did:web` of a site such as `https://example.org:8443/issuers/a`, or empty when it has none.
    public static Optional<String> did(URI site) {
        if (site.getHost() == null || site.getRawQuery() != null || site.getRawFragment() != null) {
            return Optional.empty();
        }
        String host = site.getHost().toLowerCase(Locale.ROOT) + (site.getPort() < 0 ? "" : "%3A" + site.getPort());
        String path = site.getRawPath() == null ? "" : site.getRawPath();
        Stream<String> segments = Stream.of(path.split("/")).filter(segment -> !segment.isEmpty());
        String did = Stream.concat(Stream.of(PREFIX + host), segments).collect(Collectors.joining(":"));
        return address(did).map(found -> did);
    }

    private static boolean isSegment(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }

    private static DidResolution read(String did, Fetched.Body body) {
        if (body.bytes().length > MAX_DOCUMENT) {
            return new DidResolution.Invalid("the DID document is too large");
        }
        try {
            JsonObject document = Json.object(body.bytes());
            return Json.string(document, "id").filter(did::equals).isPresent()
                    ? new DidResolution.Resolved(document)
                    : new DidResolution.Invalid("the document is about another DID");
        } catch (MalformedJsonException e) {
            return new DidResolution.Invalid("the DID document is not JSON");
        }
    }
}
