package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusException;

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
        if (!StatusEntry.isOne(entry)) {
            List<String> types = Json.strings(entry, "type");
            return finding(FindingCode.STATUS_UNSUPPORTED, types.isEmpty() ? "?" : types.getFirst());
        }
        try {
            StatusEntry read = StatusEntry.read(entry);
            return isOfTheWeb(read) ? value(read, issuer, now) : invalid("statusListCredential");
        } catch (StatusException e) {
            return switch (e.code()) {
                case RANGE_ERROR ->
                    finding(
                            FindingCode.STATUS_INDEX_OUT_OF_RANGE,
                            Json.string(entry, "statusListCredential").orElse("?"),
                            Json.string(entry, "statusListIndex").orElse("?"));
                case MALFORMED_VALUE_ERROR, STATUS_LIST_LENGTH_ERROR -> invalid(e.member());
            };
        }
    }

    private static boolean isOfTheWeb(StatusEntry entry) {
        return "https".equals(entry.list().getScheme())
                || "http".equals(entry.list().getScheme());
    }

    private Finding value(StatusEntry entry, String issuer, Instant now) {
        return switch (entry.purpose()) {
            case StatusEntry.REVOCATION -> decisive(entry, lists.find(entry, issuer, now), FindingCode.STATUS_REVOKED);
            case StatusEntry.SUSPENSION ->
                decisive(entry, lists.find(entry, issuer, now), FindingCode.STATUS_SUSPENDED);
            case StatusEntry.REFRESH, StatusEntry.MESSAGE -> told(entry, lists.find(entry, issuer, now));
            default -> finding(FindingCode.STATUS_OTHER_PURPOSE, entry.purpose());
        };
    }

    private static Finding decisive(StatusEntry entry, StatusLists.Answer answer, FindingCode set) {
        return switch (answer) {
            case StatusLists.Unusable unusable -> unusable.finding();
            case StatusLists.Usable(Bitstring bits) ->
                finding(bits.value(entry.index(), entry.size()) == 0 ? FindingCode.STATUS_GOOD : set);
        };
    }

    /// A purpose that does not decide is not to cast doubt on the credential when its list cannot be had.
    private static Finding told(StatusEntry entry, StatusLists.Answer answer) {
        return switch (answer) {
            case StatusLists.Unusable unusable -> finding(FindingCode.STATUS_OTHER_PURPOSE, entry.purpose());
            case StatusLists.Usable(Bitstring bits) -> {
                int value = bits.value(entry.index(), entry.size());
                if (entry.purpose().equals(StatusEntry.REFRESH)) {
                    yield finding(value == 0 ? FindingCode.STATUS_NEWEST : FindingCode.STATUS_NEWER_EXISTS);
                }
                String words = entry.messageOf(value).orElse(value == 0 ? "unset" : "set");
                yield finding(FindingCode.STATUS_MESSAGE, words);
            }
        };
    }

    private static Finding invalid(String member) {
        return finding(FindingCode.STATUS_ENTRY_INVALID, member);
    }

    static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.STATUS, code, args);
    }
}
