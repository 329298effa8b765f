package org.cairn.credential;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;

/// A web of a few pages; everything else is out of reach.
public final class FakeOutside implements Outside {

    private final Map<URI, Fetched> pages = new HashMap<>();

    public FakeOutside with(URI address, JsonObject document) {
        return with(address, new Fetched.Body(Json.bytes(document), "application/json"));
    }

    public FakeOutside with(URI address, String text) {
        return with(address, new Fetched.Body(text.getBytes(StandardCharsets.UTF_8), "text/plain"));
    }

    public FakeOutside with(URI address, Fetched answer) {
        pages.put(address, answer);
        return this;
    }

    @Override
    public Fetched fetch(URI uri, String accept, int maxBytes) {
        return pages.getOrDefault(uri, new Fetched.Unreachable("no such host"));
    }
}
