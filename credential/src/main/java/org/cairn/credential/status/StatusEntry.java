package org.cairn.credential.status;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusException.Code;
import org.jspecify.annotations.Nullable;

/// One credential's place in a status list, as it stands in the credential. The index should be drawn at random,
/// so that neighbouring numbers say nothing about neighbouring learners.
///
/// @param size bits an entry takes
/// @param messages what the values mean, one for each possible value; needed where an entry has more than one bit
/// @param references where more is said about the status
public record StatusEntry(
        URI list, String purpose, int index, int size, List<StatusMessage> messages, List<URI> references) {

    public static final String REVOCATION = "revocation";
    public static final String SUSPENSION = "suspension";
    /// A newer version of the credential is there.
    public static final String REFRESH = "refresh";
    /// The value stands for one of the messages.
    public static final String MESSAGE = "message";

    /// Bits of the largest entry that is understood; each doubles the number of messages.
    public static final int MAX_STATUS_SIZE = 8;

    private static final String TYPE = "BitstringStatusListEntry";
    private static final String OLD_TYPE = "StatusList2021Entry";
    private static final int MAX_MESSAGES = 1 << MAX_STATUS_SIZE;
    private static final int MAX_REFERENCES = 20;

    public StatusEntry {
        messages = List.copyOf(messages);
        references = List.copyOf(references);
        check(list.isAbsolute() && list.toString().length() <= 2000, "statusListCredential");
        check(purpose.matches("[A-Za-z][A-Za-z0-9]{0,63}"), "statusPurpose");
        check(index >= 0, "statusListIndex");
        check(size >= 1 && size <= MAX_STATUS_SIZE, "statusSize");
        check(messages.isEmpty() ? size == 1 : messages.size() == 1 << size, "statusMessage");
        check(messages.stream().map(StatusMessage::value).distinct().count() == messages.size(), "statusMessage");
        check(references.size() <= MAX_REFERENCES, "statusReference");
        check(references.stream().allMatch(URI::isAbsolute), "statusReference");
    }

    /// A single bit, which is set or not.
    public StatusEntry(URI list, String purpose, int index) {
        this(list, purpose, index, 1, List.of(), List.of());
    }

    /// What the value means, if words were given for it.
    public Optional<String> messageOf(int value) {
        return messages.stream()
                .filter(message -> message.value() == value)
                .map(StatusMessage::message)
                .findFirst();
    }

    /// The `credentialStatus` object.
    public JsonObject toJson() {
        JsonObjectBuilder entry = Json.PROVIDER
                .createObjectBuilder()
                .add("id", list + "#" + index)
                .add("type", TYPE)
                .add("statusPurpose", purpose)
                .add("statusListIndex", Integer.toString(index))
                .add("statusListCredential", list.toString());
        if (size > 1) {
            entry.add("statusSize", size);
        }
        if (!messages.isEmpty()) {
            var all = Json.PROVIDER.createArrayBuilder();
            messages.forEach(message -> all.add(message.toJson()));
            entry.add("statusMessage", all);
        }
        if (!references.isEmpty()) {
            var all = Json.PROVIDER.createArrayBuilder();
            references.forEach(reference -> all.add(reference.toString()));
            entry.add("statusReference", all);
        }
        return entry.build();
    }

    /// Whether this is an entry of the kind that [#read] reads: of the final standard, or of its draft of 2021.
    public static boolean isOne(JsonObject entry) {
        List<String> types = Json.strings(entry, "type");
        return types.contains(TYPE) || types.contains(OLD_TYPE);
    }

    /// Reads a `credentialStatus` object.
    ///
    /// @throws StatusException when a member is not as the standard demands, or the index is beyond any list
    public static StatusEntry read(JsonObject entry) {
        check(isOne(entry), "type");
        URI list = address("statusListCredential", entry.get("statusListCredential"));
        String id = Json.string(entry, "id").orElse("");
        check(entry.containsKey("id") == !id.isEmpty() && !id.equals(list.toString()), "id");
        return new StatusEntry(
                list,
                Json.string(entry, "statusPurpose").orElse(""),
                index(Json.string(entry, "statusListIndex").orElse("")),
                size(entry.get("statusSize")),
                messages(entry.get("statusMessage")),
                Json.list(entry, "statusReference").stream()
                        .limit(MAX_REFERENCES + 1L)
                        .map(reference -> address("statusReference", reference))
                        .toList());
    }

    private static int index(String digits) {
        check(digits.matches("[0-9]{1,200}"), "statusListIndex");
        BigInteger index = new BigInteger(digits);
        if (index.bitLength() > 31) {
            throw new StatusException(Code.RANGE_ERROR, "statusListIndex", "no list has so many entries");
        }
        return index.intValue();
    }

    private static int size(@Nullable JsonValue size) {
        if (size == null) {
            return 1;
        }
        boolean whole = size instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < 16;
        check(whole, "statusSize");
        return ((JsonNumber) size).intValue();
    }

    private static List<StatusMessage> messages(@Nullable JsonValue messages) {
        if (messages == null) {
            return List.of();
        }
        boolean several = messages instanceof JsonArray array && !array.isEmpty() && array.size() <= MAX_MESSAGES;
        check(several, "statusMessage");
        return messages.asJsonArray().stream().map(StatusMessage::read).toList();
    }

    private static URI address(String member, @Nullable JsonValue value) {
        try {
            if (value instanceof JsonString text && text.getString().length() <= 2_000) {
                URI uri = URI.create(text.getString());
                check(uri.isAbsolute(), member);
                return uri;
            }
        } catch (StatusException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw StatusException.malformed(member);
    }

    private static void check(boolean holds, String member) {
        if (!holds) {
            throw StatusException.malformed(member);
        }
    }
}
