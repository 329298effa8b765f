package org.cairn.credential.verify;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusEntry;
import org.jspecify.annotations.Nullable;

/// Whether the issuer has withdrawn a credential, by its Bitstring status entries.
/// Only a genuine, current list of the right purpose may say "not revoked"; everything else is UNKNOWN.
final class StatusCheck {

    private static final int MAX_ENTRIES = 4;

    private final StatusLists lists;

    StatusCheck(StatusLists lists) {
        this.lists = lists;
    }

    List<Finding> check(JsonObject credential, String issuer, Instant now) {
        List<JsonValue> entries = Json.list(credential, "credentialStatus");
        if (entries.isEmpty()) {
            return List.of(finding(FindingCode.STATUS_NONE));
        }
        if (entries.size() > MAX_ENTRIES) {
            return List.of(finding(FindingCode.STATUS_ENTRY_INVALID, "more than " + MAX_ENTRIES + " entries"));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonValue entry : entries) {
            findings.add(entry instanceof JsonObject object ? entry(object, issuer, now) : invalid("entry"));
        }
        return findings.stream().distinct().toList();
    }

    private Finding entry(JsonObject entry, String issuer, Instant now) {
        List<String> types = Json.strings(entry, "type");
        if (!types.contains("BitstringStatusListEntry")) {
            return finding(FindingCode.STATUS_UNSUPPORTED, types.isEmpty() ? "?" : types.getFirst());
        }
        String purpose = Json.string(entry, "statusPurpose").orElse("");
        if (purpose.isEmpty()) {
            return invalid("statusPurpose");
        }
        if (!purpose.equals(StatusEntry.REVOCATION) && !purpose.equals(StatusEntry.SUSPENSION)) {
            return finding(FindingCode.STATUS_OTHER_PURPOSE, purpose);
        }
        if (entry.containsKey("statusSize") && !isOne(entry.get("statusSize"))) {
            return finding(FindingCode.STATUS_UNSUPPORTED, "statusSize");
        }
        Optional<Integer> index = index(entry.get("statusListIndex"));
        Optional<URI> list = address(entry);
        if (index.isEmpty() || list.isEmpty()) {
            return invalid(index.isEmpty() ? "statusListIndex" : "statusListCredential");
        }
        return bit(new StatusEntry(list.get(), purpose, index.get()), issuer, now);
    }

    private Finding bit(StatusEntry entry, String issuer, Instant now) {
        return switch (lists.find(entry, issuer, now)) {
            case StatusLists.Unusable unusable -> unusable.finding();
            case StatusLists.Usable usable
            when entry.index() >= usable.bits().size() ->
                finding(FindingCode.STATUS_INDEX_OUT_OF_RANGE, entry.list().toString(), "" + entry.index());
            case StatusLists.Usable usable -> {
                boolean revocation = entry.purpose().equals(StatusEntry.REVOCATION);
                FindingCode set = revocation ? FindingCode.STATUS_REVOKED : FindingCode.STATUS_SUSPENDED;
                yield finding(usable.bits().get(entry.index()) ? set : FindingCode.STATUS_GOOD);
            }
        };
    }

    private static boolean isOne(@Nullable JsonValue size) {
        return size instanceof JsonNumber number && number.bigDecimalValue().intValue() == 1;
    }

    private static Optional<Integer> index(@Nullable JsonValue value) {
        String digits = switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            case null, default -> "";
        };
        return digits.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static Optional<URI> address(JsonObject entry) {
        try {
            return Json.string(entry, "statusListCredential")
                    .filter(text -> text.length() <= 2_000)
                    .map(URI::create)
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Finding invalid(String member) {
        return finding(FindingCode.STATUS_ENTRY_INVALID, member);
    }

    static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.STATUS, code, args);
    }
}
