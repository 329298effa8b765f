package org.cairn.credential.proof;

import com.apicatalog.jcs.Jcs;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// The bundled JSON-LD contexts. Create one and share it: reading them takes a while, using them does not.
/// An attacker who could change one would change what signatures mean, so each is compared with its digest at load.
public final class Contexts {

    private final Map<String, JsonObject> documents;
    private final Set<String> aside;
    private final Set<String> ofBadges;
    private final Set<String> foreign;

    private Contexts(Map<String, JsonObject> documents, Set<String> aside, Set<String> ofBadges, Set<String> foreign) {
        this.documents = Collections.unmodifiableMap(documents);
        this.aside = Set.copyOf(aside);
        this.ofBadges = Set.copyOf(ofBadges);
        this.foreign = Set.copyOf(foreign);
    }

    /// Reads and checks every bundled context.
    public static Contexts bundled() {
        Map<String, JsonObject> documents = new LinkedHashMap<>();
        Map<String, Set<String>> marked = new HashMap<>();
        for (String line : lines("index.txt")) {
            String[] parts = line.split(" +", -1);
            documents.put(parts[2], load(parts[0], parts[1]));
            if (parts.length > 3) {
                marked.computeIfAbsent(parts[3], mark -> new HashSet<>()).add(parts[2]);
            }
        }
        return new Contexts(
                documents, marked.getOrDefault("aside", Set.of()), marked.getOrDefault("badges", Set.of()), Set.of());
    }

    /// The addresses of the known contexts.
    public Set<String> addresses() {
        return documents.keySet();
    }

    /// The context document published under the address, if it is bundled.
    public Optional<JsonObject> document(String address) {
        return Optional.ofNullable(documents.get(address));
    }

    /// Whether the words of the context are only reserved in documents that name it. Elsewhere a document may use them
    /// in a sense of its own.
    boolean isAside(String address) {
        return aside.contains(address);
    }

    /// Whether the context is one of Open Badges or CLR, see [FreeWords].
    boolean isOfBadges(String address) {
        return ofBadges.contains(address);
    }

    /// Whether the context was loaded for a stranger's document: it may do no more than one written in the document.
    boolean isForeign(String address) {
        return foreign.contains(address);
    }

    /// These and others that nobody vouches for, see [ContextLoader].
    Contexts withForeign(Map<String, JsonObject> loaded) {
        Map<String, JsonObject> more = new LinkedHashMap<>(loaded);
        more.putAll(documents);
        Set<String> strangers = new HashSet<>(loaded.keySet());
        strangers.removeAll(documents.keySet());
        strangers.addAll(foreign);
        return new Contexts(more, aside, ofBadges, strangers);
    }

    /// These and one more, which the caller vouches for: it decides what signed documents mean.
    ///
    /// @param document holds a single context object under `@context`
    public Contexts with(String address, JsonObject document) {
        if (!(document.get("@context") instanceof JsonObject)) {
            throw new IllegalArgumentException("not a document with one context object");
        }
        Map<String, JsonObject> more = new LinkedHashMap<>(documents);
        more.put(address, document);
        return new Contexts(more, aside, ofBadges, foreign);
    }

    private static JsonObject load(String file, String digest) {
        JsonObject document = file.endsWith(".terms")
                ? ContextTable.read(file.replace(".terms", ""), name -> lines(name + ".terms"))
                : Json.object(bytes(file));
        if (!digest(document).equals(digest)) {
            throw new IllegalStateException("the bundled context " + file + " has been changed: " + digest(document));
        }
        return document;
    }

    static String digest(JsonObject document) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Jcs.canonize(document).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Contexts.class.getResourceAsStream("contexts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the bundled context " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
