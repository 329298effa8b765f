package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;

/// Reads the members of a proof (VC Data Integrity 1.0, 2.1). The first that is not as it should be is named.
final class ProofReader {

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final int MAX_URL = 2_000;

    private final JsonObject json;
    private final Suite suite;

    ProofReader(JsonObject json, Suite suite) {
        this.json = json;
        this.suite = suite;
    }

    Proof read() {
        return fault().<Proof>map(member -> new Proof.Unreadable(ProofProblem.MALFORMED, member))
                .orElseGet(this::checkable);
    }

    private Proof checkable() {
        return new Proof.Checkable(
                json,
                suite,
                json.getString("proofPurpose"),
                json.getString("verificationMethod"),
                json.getString("proofValue"),
                date("created"),
                date("expires"));
    }

    private Optional<String> fault() {
        List<Optional<String>> faults = List.of(
                missing("verificationMethod", ProofReader::isUrl),
                missing("proofPurpose", text -> !text.isBlank()),
                missing("proofValue", suite::isProofValue),
                wrong("created", text -> DateTimeStamp.read(text).isPresent()),
                wrong("expires", text -> DateTimeStamp.read(text).isPresent()),
                wrong("id", ProofReader::isUrl),
                wrong("challenge", text -> true),
                wrong("nonce", text -> true),
                noTexts("domain"),
                noTexts("previousProof"));
        return faults.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<Instant> date(String name) {
        return Json.string(json, name).flatMap(DateTimeStamp::read);
    }

    /// The name, unless there is such a text.
    private Optional<String> missing(String name, Predicate<String> form) {
        return Json.string(json, name).filter(form).isPresent() ? Optional.empty() : Optional.of(name);
    }

    /// The name, if something else than such a text is there.
    private Optional<String> wrong(String name, Predicate<String> form) {
        return json.containsKey(name) ? missing(name, form) : Optional.empty();
    }

    /// The name, if there is something else than a text or a list of texts.
    private Optional<String> noTexts(String name) {
        return switch (json.get(name)) {
            case null -> Optional.empty();
            case JsonString text -> Optional.empty();
            case JsonArray texts
            when !texts.isEmpty() && texts.stream().allMatch(JsonString.class::isInstance) -> Optional.empty();
            case JsonValue other -> Optional.of(name);
        };
    }

    private static boolean isUrl(String text) {
        return text.length() <= MAX_URL && URL.matcher(text).matches();
    }
}
