package org.cairn.credential.verify;

import static org.cairn.credential.verify.StatusCheck.finding;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusException;
import org.cairn.credential.status.StatusListCredential;

/// Gets a status list and decides whether it may be believed.
final class StatusLists {

    /// What came of it.
    sealed interface Answer {}

    /// A list that may be believed.
    record Usable(Bitstring bits) implements Answer {}

    /// None, and why.
    record Unusable(Finding finding) implements Answer {}

    private static final int MAX_LIST = 2 * 1024 * 1024;
    private static final String ACCEPT =
            "application/vc, application/vc+ld+json, application/vc+jwt, application/ld+json, application/json";

    private final StatusListSource known;
    private final Outside outside;
    private final SignatureCheck signatures;

    StatusLists(StatusListSource known, Outside outside, SignatureCheck signatures) {
        this.known = known;
        this.outside = outside;
        this.signatures = signatures;
    }

    Answer find(StatusEntry entry, String issuer, Instant now) {
        Optional<JsonObject> own = known.list(entry.list());
        if (own.isPresent()) {
            return judge(new Secured.Embedded(own.get()), entry, issuer, now);
        }
        return switch (outside.fetch(entry.list(), ACCEPT, MAX_LIST)) {
            case Fetched.Body body -> read(body, entry, issuer, now);
            case Fetched.Missing(int status) ->
                unusable(
                        status == 404 || status == 410
                                ? FindingCode.STATUS_LIST_MISSING
                                : FindingCode.STATUS_LIST_UNREACHABLE,
                        entry.list());
            case Fetched.Unreachable(String why) -> unusable(FindingCode.STATUS_LIST_UNREACHABLE, entry.list());
            case Fetched.Refused(String why) -> unusable(FindingCode.STATUS_LIST_UNREACHABLE, entry.list());
        };
    }

    private Answer read(Fetched.Body body, StatusEntry entry, String issuer, Instant now) {
        try {
            return judge(Intake.secured(body.bytes(), body.contentType()), entry, issuer, now);
        } catch (NotACredentialException | TooLargeException e) {
            return unusable(FindingCode.STATUS_LIST_INVALID, entry.list());
        }
    }

    private Answer judge(Secured list, StatusEntry entry, String issuer, Instant now) {
        Optional<Finding> doubt = doubt(list, entry, issuer, now);
        return doubt.isPresent() ? new Unusable(doubt.get()) : content(list.credential(), entry);
    }

    private Optional<Finding> doubt(Secured list, StatusEntry entry, String issuer, Instant now) {
        String address = entry.list().toString();
        List<Finding> signature = signatures.check(list, now);
        if (signature.stream().anyMatch(f -> f.outcome() == Outcome.FAIL)) {
            return Optional.of(finding(FindingCode.STATUS_LIST_PROOF_INVALID, address));
        }
        if (signature.stream().anyMatch(f -> f.outcome() == Outcome.UNKNOWN)) {
            return Optional.of(finding(FindingCode.STATUS_LIST_PROOF_UNDECIDED, address));
        }
        String signer = list.issuer().orElse("");
        if (!signer.equals(issuer)) {
            return Optional.of(finding(FindingCode.STATUS_LIST_ISSUER_DIFFERS, address, signer));
        }
        return period(list.credential(), address, now);
    }

    private static Optional<Finding> period(JsonObject list, String address, Instant now) {
        Finding period = PeriodCheck.check(list, now);
        String date = period.args().isEmpty() ? "" : period.args().getFirst();
        return switch (period.code()) {
            case PERIOD_CURRENT -> Optional.empty();
            case PERIOD_ENDED -> Optional.of(finding(FindingCode.STATUS_LIST_EXPIRED, address, date));
            case PERIOD_NOT_STARTED -> Optional.of(finding(FindingCode.STATUS_LIST_NOT_YET_VALID, address, date));
            default -> Optional.of(finding(FindingCode.STATUS_LIST_INVALID, address));
        };
    }

    /// Another list of the same issuer is genuine too; it must not be passed off as this one.
    private static Answer content(JsonObject list, StatusEntry entry) {
        String address = entry.list().toString();
        if (!Json.string(list, "id").orElse(address).equals(address)) {
            return unusable(FindingCode.STATUS_LIST_INVALID, entry.list());
        }
        try {
            return bits(StatusListCredential.read(list), entry);
        } catch (StatusException e) {
            boolean tooShort = e.code() == StatusException.Code.STATUS_LIST_LENGTH_ERROR;
            return unusable(
                    tooShort ? FindingCode.STATUS_LIST_TOO_SHORT : FindingCode.STATUS_LIST_INVALID, entry.list());
        }
    }

    private static Answer bits(StatusListCredential.Content list, StatusEntry entry) {
        String address = entry.list().toString();
        if (!list.purposes().contains(entry.purpose())) {
            return new Unusable(finding(FindingCode.STATUS_LIST_PURPOSE_DIFFERS, address, entry.purpose()));
        }
        int entries = list.bits().entries(entry.size());
        if (entries < Bitstring.DEFAULT_SIZE) {
            return unusable(FindingCode.STATUS_LIST_TOO_SHORT, entry.list());
        }
        return entry.index() < entries
                ? new Usable(list.bits())
                : new Unusable(finding(FindingCode.STATUS_INDEX_OUT_OF_RANGE, address, "" + entry.index()));
    }

    private static Answer unusable(FindingCode code, URI list) {
        return new Unusable(finding(code, list.toString()));
    }
}
