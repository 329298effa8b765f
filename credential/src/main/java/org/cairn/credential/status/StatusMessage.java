package org.cairn.credential.status;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.credential.json.Json;

/// What one value of a status means, in words.
public record StatusMessage(int value, String message) {

    private static final int MAX_TEXT = 2_000;

    public StatusMessage {
        if (value < 0 || message.isBlank() || message.length() > MAX_TEXT) {
            throw StatusException.malformed("statusMessage");
        }
    }

    /// The messages for the values 0, 1, 2 … in this order.
    public static List<StatusMessage> of(String... messages) {
        return IntStream.range(0, messages.length)
                .mapToObj(value -> new StatusMessage(value, messages[value]))
                .toList();
    }

    JsonObject toJson() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("status", "0x" + Integer.toHexString(value))
                .add("message", message)
                .build();
    }

    static StatusMessage read(JsonValue json) {
        if (json instanceof JsonObject object) {
            Optional<Integer> value = Json.string(object, "status")
                    .filter(text -> text.matches("0x[0-9a-fA-F]{1,4}"))
                    .map(text -> Integer.parseInt(text.substring(2), 16));
            Optional<String> message = Json.string(object, "message");
            if (value.isPresent() && message.isPresent()) {
                return new StatusMessage(value.get(), message.get());
            }
        }
        throw StatusException.malformed("statusMessage");
    }
}
