package org.cairn.credential.datamodel;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.credential.datamodel.Nodes.Placed;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;

/// Section 5.3: related resources and the digests they are told by. Nothing is fetched; a digest that by its length
/// cannot be that of anything is a problem all the same.
final class ResourceRules {

    private static final Pattern SRI = Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\\?[!-~]*)?");
    private static final Map<String, Integer> SRI_SIZES = Map.of("sha256", 32, "sha384", 48, "sha512", 64);
    /// Multihash codes of SHA-2 and SHA-3 with the sizes of their digests.
    private static final Map<Integer, Integer> MULTIHASH_SIZES =
            Map.of(0x12, 32, 0x13, 64, 0x20, 48, 0x14, 64, 0x15, 48, 0x16, 32);
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
        problems.demand(
                sri.stream().allMatch(ResourceRules::isSri), Code.RESOURCE_DIGEST, Problems.at(pointer, "digestSRI"));
        problems.demand(
                multibase.stream().allMatch(ResourceRules::isMultihash),
                Code.RESOURCE_DIGEST,
                Problems.at(pointer, "digestMultibase"));
    }

    private static void mediaType(JsonObject resource, String pointer, Problems problems) {
        boolean met = !resource.containsKey("mediaType")
                || Json.string(resource, "mediaType")
                        .filter(text -> MEDIA_TYPE.matcher(text).matches())
                        .isPresent();
        problems.demand(met, Code.MEDIA_TYPE, Problems.at(pointer, "mediaType"));
    }

    private static boolean isSri(JsonValue value) {
        return value instanceof JsonString text
                && !text.getString().isBlank()
                && List.of(text.getString().strip().split("\\s+", -1)).stream().allMatch(ResourceRules::isSri);
    }

    private static boolean isSri(String text) {
        Matcher form = SRI.matcher(text);
        if (!form.matches()) {
            return false;
        }
        String digest = form.group(2).replace('-', '+').replace('_', '/');
        try {
            return Base64.getDecoder().decode(digest).length == SRI_SIZES.getOrDefault(form.group(1), 0);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isMultihash(JsonValue value) {
        if (!(value instanceof JsonString text) || text.getString().length() > 200) {
            return false;
        }
        try {
            byte[] bytes = Multibase.decode(text.getString());
            return bytes.length > 2
                    && MULTIHASH_SIZES.getOrDefault((int) bytes[0], 0) == bytes[1]
                    && bytes.length == 2 + bytes[1];
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
