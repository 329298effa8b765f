package org.cairn.credential.verify;

import static org.cairn.credential.verify.StatusCheck.finding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.status.TokenStatusList;

/// The `status` claim of a token: an entry in a Token Status List, which has to be a genuine, current token of the same
/// issuer to say anything.
final class TokenStatusCheck {

    private static final int MAX_LIST = 2 * 1024 * 1024;
    private static final int INVALID = 1;
    private static final int SUSPENDED = 2;

    private final Outside outside;
    private final Keys keys;

    /// How the key of a token by an issuer is found.
    interface Keys {
        KeyLookup find(Jws token, String issuer);
    }

    TokenStatusCheck(Outside outside, Keys keys) {
        this.outside = outside;
        this.keys = keys;
    }

    /// An entry: the list's address and the position in it.
    private record Entry(URI list, int index) {}

    Finding check(JsonObject claims, String issuer, Instant now) {
        if (!claims.containsKey("status")) {
            return finding(FindingCode.STATUS_NONE);
        }
        Optional<JsonObject> reference =
                Json.member(claims, "status").flatMap(status -> Json.member(status, "status_list"));
        if (reference.isEmpty()) {
            return finding(FindingCode.STATUS_UNSUPPORTED, "status");
        }
        Optional<Entry> entry = entry(reference.get());
        return entry.map(found -> fetched(found, issuer, now))
                .orElseGet(() -> finding(FindingCode.STATUS_ENTRY_INVALID, "status_list"));
    }

    private static Optional<Entry> entry(JsonObject reference) {
        boolean number = reference.get("idx") instanceof JsonNumber index
                && index.isIntegral()
                && index.bigIntegerValue().signum() >= 0
                && index.bigIntegerValue().bitLength() < 31;
        return Json.string(reference, "uri")
                .filter(uri -> number)
                .flatMap(WebIssuers::address)
                .map(uri -> new Entry(uri, reference.getInt("idx")));
    }

    private Finding fetched(Entry entry, String issuer, Instant now) {
        String address = entry.list.toString();
        return switch (outside.fetch(entry.list, "application/statuslist+jwt", MAX_LIST)) {
            case Fetched.Body body -> judged(body, entry, issuer, now);
            case Fetched.Missing(int status) ->
                finding(
                        status == 404 || status == 410
                                ? FindingCode.STATUS_LIST_MISSING
                                : FindingCode.STATUS_LIST_UNREACHABLE,
                        address);
            case Fetched.Unreachable(String why) -> finding(FindingCode.STATUS_LIST_UNREACHABLE, address);
            case Fetched.Refused(String why) -> finding(FindingCode.STATUS_LIST_UNREACHABLE, address);
        };
    }

    private Finding judged(Fetched.Body body, Entry entry, String issuer, Instant now) {
        String address = entry.list.toString();
        try {
            Jws token = Jws.read(new String(body.bytes(), StandardCharsets.ISO_8859_1).strip());
            JsonObject claims = token.claims();
            boolean isThisList = token.type().equals(Optional.of("statuslist+jwt"))
                    && Json.string(claims, "sub").equals(Optional.of(address))
                    && TokenContent.moment(claims, "iat").isPresent();
            if (!isThisList) {
                return finding(FindingCode.STATUS_LIST_INVALID, address);
            }
            return doubt(token, claims, address, issuer, now).orElseGet(() -> value(claims, entry));
        } catch (MalformedTokenException e) {
            return finding(FindingCode.STATUS_LIST_INVALID, address);
        }
    }

    private Optional<Finding> doubt(Jws token, JsonObject claims, String address, String issuer, Instant now) {
        Optional<Instant> end = TokenContent.moment(claims, "exp");
        if (claims.containsKey("exp") && end.filter(now::isBefore).isEmpty()) {
            return Optional.of(finding(
                    FindingCode.STATUS_LIST_EXPIRED,
                    address,
                    end.map(Instant::toString).orElse("exp")));
        }
        return switch (keys.find(token, issuer)) {
            case KeyLookup.Found found
            when token.problem(found.key()).isPresent() ->
                Optional.of(finding(FindingCode.STATUS_LIST_PROOF_INVALID, address));
            case KeyLookup.Found found
            when SignatureCheck.issuer(issuer, found, now).outcome() != Outcome.PASS ->
                Optional.of(finding(FindingCode.STATUS_LIST_ISSUER_DIFFERS, address, found.controller()));
            case KeyLookup.Found found -> Optional.empty();
            case KeyLookup.Failed failed -> Optional.of(finding(FindingCode.STATUS_LIST_PROOF_UNDECIDED, address));
            case KeyLookup.OtherKind other -> Optional.of(finding(FindingCode.STATUS_LIST_PROOF_UNDECIDED, address));
        };
    }

    private static Finding value(JsonObject claims, Entry entry) {
        String address = entry.list.toString();
        Optional<TokenStatusList> list = Json.member(claims, "status_list").flatMap(TokenStatusList::read);
        if (list.isEmpty()) {
            return finding(FindingCode.STATUS_LIST_INVALID, address);
        }
        if (entry.index >= list.get().size()) {
            return finding(FindingCode.STATUS_INDEX_OUT_OF_RANGE, address, Integer.toString(entry.index));
        }
        int value = list.get().get(entry.index);
        return switch (value) {
            case 0 -> finding(FindingCode.STATUS_GOOD);
            case INVALID -> finding(FindingCode.STATUS_REVOKED);
            case SUSPENDED -> finding(FindingCode.STATUS_SUSPENDED);
            default -> finding(FindingCode.STATUS_UNSUPPORTED, Integer.toString(value));
        };
    }
}
