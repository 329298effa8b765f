package org.cairn.server.vcapi;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// A wish for a status from the caller: which credential, for what, on or off.
record StatusWish(String credential, StatusPurpose purpose, boolean value) {
    private static final String MEMBER = "credentialStatus";

    static StatusWish of(Body body) {
        var json = body.json();
        var name = Json.string(json, "credentialId")
                .orElseThrow(() -> new Refused(
                        Trouble.at("/credentialId", Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.status.credential")));
        var entry = Json.objects(json, MEMBER).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Trouble.at("/" + MEMBER, Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.member.object", MEMBER)));
        if (!Json.strings(entry, "type").contains("BitstringStatusListEntry")) {
            throw new Refused(
                    Trouble.at("/" + MEMBER + "/type", Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.status.type"));
        }
        var purpose = entry.containsKey("statusPurpose")
                ? Json.string(entry, "statusPurpose").flatMap(StatusPurpose::named)
                : Optional.of(StatusPurpose.REVOCATION);
        return new StatusWish(
                name,
                purpose.orElseThrow(() -> Issuing.unknownPurpose("/" + MEMBER + "/statusPurpose")),
                value(json.getOrDefault("status", entry.getOrDefault("status", JsonValue.TRUE))));
    }

    /// Programs of different ages write it as a boolean or as a digit; left out, it means on.
    private static boolean value(JsonValue value) {
        return switch (value.toString().replace("\"", "")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new Refused(Trouble.at("/status", Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.status.value"));
        };
    }
}
