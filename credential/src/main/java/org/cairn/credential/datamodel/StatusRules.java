package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;
import org.jspecify.annotations.Nullable;

/// Section 2.1 of Bitstring Status List: the form of an entry.
final class StatusRules {

    static final String ENTRY = "BitstringStatusListEntry";

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern HEX = Pattern.compile("0x[0-9A-Fa-f]+");
    private static final int MAX_SIZE = 16;

    private StatusRules() {}

    static void check(JsonObject entry, String pointer, Problems problems) {
        boolean purpose = entry.get("statusPurpose") instanceof JsonString text
                && !text.getString().isBlank();
        boolean index = entry.get("statusListIndex") instanceof JsonString digits
                && INDEX.matcher(digits.getString()).matches();
        demand(purpose, pointer, "statusPurpose", problems);
        demand(index, pointer, "statusListIndex", problems);
        demand(Urls.isUrl(entry.get("statusListCredential")), pointer, "statusListCredential", problems);
        boolean isListItself = entry.containsKey("id") && entry.get("id").equals(entry.get("statusListCredential"));
        demand(!isListItself, pointer, "id", problems);
        messages(entry, pointer, problems);
        boolean references = Json.list(entry, "statusReference").stream().allMatch(Urls::isUrl);
        demand(references, pointer, "statusReference", problems);
    }

    /// With more than one bit an entry has a message for each value; a single bit may have them.
    private static void messages(JsonObject entry, String pointer, Problems problems) {
        int size = size(entry.get("statusSize"));
        demand(size > 0, pointer, "statusSize", problems);
        JsonValue value = entry.get("statusMessage");
        if (size > 1 && value == null) {
            demand(false, pointer, "statusMessage", problems);
        } else if (value != null) {
            boolean met = value instanceof JsonArray messages
                    && messages.size() == 1 << Math.clamp(size, 1, MAX_SIZE)
                    && messages.stream().allMatch(StatusRules::isMessage);
            demand(met, pointer, "statusMessage", problems);
        }
    }

    /// 1 where nothing is said; 0 where it is no size.
    private static int size(@Nullable JsonValue value) {
        return switch (value) {
            case null -> 1;
            case JsonNumber number
            when number.isIntegral() && number.bigIntegerValue().bitLength() < 16 ->
                number.intValue() > MAX_SIZE ? 0 : Math.max(0, number.intValue());
            default -> 0;
        };
    }

    private static boolean isMessage(JsonValue value) {
        return value instanceof JsonObject object
                && object.get("message") instanceof JsonString
                && object.get("status") instanceof JsonString status
                && HEX.matcher(status.getString()).matches();
    }

    private static void demand(boolean met, String pointer, String member, Problems problems) {
        problems.demand(met, Code.STATUS_ENTRY, Problems.at(pointer, member));
    }

    /// Entries that stand in another place than `credentialStatus` have to be well-formed as well.
    static void checkStray(JsonObject credential, String pointer, Problems problems) {
        credential.forEach((member, value) -> {
            if (!List.of("credentialStatus", "@context").contains(member)
                    && value instanceof JsonObject object
                    && Nodes.hasType(object, ENTRY)) {
                check(object, Problems.at(pointer, member), problems);
            }
        });
    }
}
