package org.cairn.credential.datamodel;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.datamodel.Digests.Digest;
import org.cairn.credential.datamodel.Nodes.Placed;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;

/// Section 5.3: related resources and the digests they are told by. Nothing is fetched; a digest that by its length
/// cannot be that of anything is a problem all the same, and so is one that differs from that of a resource we know.
final class ResourceRules {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(\\s*;.{0,200})?");

    private ResourceRules() {}

    static void check(JsonObject credential, String pointer, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Placed resource : Nodes.objects(credential, "relatedResource", pointer, problems)) {
            Nodes.requiredId(resource.object(), resource.pointer(), problems);
            Json.string(resource.object(), "id")
                    .ifPresent(id -> problems.demand(seen.add(id), Code.RESOURCE_TWICE, resource.pointer()));
            digests(resource.object(), resource.pointer(), problems);
            mediaType(resource.object(), resource.pointer(), problems);
        }
    }

    private static void digests(JsonObject resource, String pointer, Problems problems) {
        List<JsonValue> sri = Json.list(resource, "digestSRI");
        List<JsonValue> multibase = Json.list(resource, "digestMultibase");
        problems.demand(!sri.isEmpty() || !multibase.isEmpty(), Code.RESOURCE_DIGEST_MISSING, pointer);
        String id = Json.string(resource, "id").orElse("");
        for (JsonValue value : sri) {
            digest(Digests.ofSri(value), id, Problems.at(pointer, "digestSRI"), problems);
        }
        for (JsonValue value : multibase) {
            digest(Digests.ofMultibase(value).stream().toList(), id, Problems.at(pointer, "digestMultibase"), problems);
        }
    }

    /// @param alternatives any of which will do; none when the value could not be read
    private static void digest(List<Digest> alternatives, String id, String pointer, Problems problems) {
        if (alternatives.isEmpty()) {
            problems.add(Code.RESOURCE_DIGEST, pointer);
        } else {
            boolean met = alternatives.stream().anyMatch(digest -> KnownResources.mayBe(id, digest));
            problems.demand(met, Code.RESOURCE_DIFFERS, pointer);
        }
    }

    private static void mediaType(JsonObject resource, String pointer, Problems problems) {
        boolean met = !resource.containsKey("mediaType")
                || Json.string(resource, "mediaType")
                        .filter(text -> MEDIA_TYPE.matcher(text).matches())
                        .isPresent();
        problems.demand(met, Code.MEDIA_TYPE, Problems.at(pointer, "mediaType"));
    }
}
