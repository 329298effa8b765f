package org.cairn.server.trust;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// A trust list as it comes from outside: JSON with bodies and accreditations, or plain text with one identifier (DID)
/// per line, a name behind it. See docs/trust-lists.md.
///
/// @param bodies names by identifier
record TrustListFile(Kind kind, String name, Map<String, String> bodies, List<Entry> accreditations) {
    static final int MOST_BYTES = 5_000_000;
    private static final int MOST_BODIES = 2_000;
    private static final int MOST_ACCREDITATIONS = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,400}");

    TrustListFile {
        bodies = Map.copyOf(bodies);
        accreditations = List.copyOf(accreditations);
    }

    enum Kind {
        LIST,
        IDENTIFIERS
    }

    /// An accreditation that came along.
    record Entry(URI about, JsonObject document) {}

    /// @param name what the operator calls it; blank takes the file's own name
    /// @throws InputException that says what is wrong in which line or entry; nothing is taken then
    static TrustListFile read(byte[] file, String name) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw fault(file.length == 0 ? "trust.list.empty" : "trust.list.large", MOST_BYTES / 1_000_000);
        }
        var text = new String(file, StandardCharsets.UTF_8);
        var list = text.stripLeading().startsWith("{") ? json(file, name.strip()) : plain(text, name.strip());
        if (list.name.isBlank() || list.name.length() > LONGEST_NAME || !Text.isLine(list.name)) {
            throw new InputException(Fault.of("name", "trust.list.name"));
        }
        if (list.bodies.isEmpty()) {
            throw fault("trust.list.nobody");
        }
        return list;
    }

    private static TrustListFile json(byte[] file, String name) {
        JsonObject list;
        try {
            list = Json.object(file);
        } catch (MalformedJsonException e) {
            throw fault("trust.list.json", String.valueOf(e.getMessage()));
        }
        var bodies = new LinkedHashMap<String, String>();
        for (var body : Json.objects(list, "bodies")) {
            add(
                    bodies,
                    Json.string(body, "did").orElse(""),
                    Json.string(body, "name").orElse(""));
        }
        var entries = Json.objects(list, "accreditations");
        if (entries.size() > MOST_ACCREDITATIONS) {
            throw fault("trust.list.many", MOST_ACCREDITATIONS);
        }
        var accreditations = new ArrayList<Entry>();
        for (var entry : entries) {
            accreditations.add(entry(entry, accreditations.size() + 1));
        }
        return new TrustListFile(
                Kind.LIST,
                name.isEmpty() ? Json.string(list, "name").orElse("").strip() : name,
                bodies,
                accreditations);
    }

    private static Entry entry(JsonObject document, int number) {
        return Accreditations.subject(document)
                .filter(subject -> Accreditations.isOne(document))
                .flatMap(subject -> Json.string(subject, "id"))
                .flatMap(Accreditations::address)
                .map(about -> new Entry(about, document))
                .orElseThrow(() -> fault("trust.list.accreditation", number));
    }

    private static TrustListFile plain(String text, String name) {
        var bodies = new LinkedHashMap<String, String>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    var parts = line.split("\\s+", 2);
                    add(bodies, parts[0], parts.length == 2 ? parts[1] : parts[0]);
                });
        return new TrustListFile(Kind.IDENTIFIERS, name, bodies, List.of());
    }

    private static void add(Map<String, String> bodies, String did, String name) {
        var number = bodies.size() + 1;
        if (number > MOST_BODIES) {
            throw fault("trust.list.many", MOST_BODIES);
        }
        if (!DID.matcher(did).matches()) {
            throw fault("trust.list.did", number, shown(did));
        }
        var called = name.isBlank() ? did : name.strip();
        if (called.length() > LONGEST_NAME || !Text.isLine(called)) {
            throw fault("trust.list.body.name", number);
        }
        if (bodies.put(did, called) != null) {
            throw fault("trust.list.twice", number, did);
        }
    }

    private static String shown(String text) {
        var start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return Text.isLine(start) ? start : "?";
    }

    private static InputException fault(String key, Object... args) {
        return new InputException(Fault.of("file", key, args));
    }
}
