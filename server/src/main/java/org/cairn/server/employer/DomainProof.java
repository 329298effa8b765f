package org.cairn.server.employer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.server.operate.Outbound;
import org.cairn.server.operate.Outbound.Answer;
import org.springframework.stereotype.Component;

/// Looks whether a token stands where only the owner of a domain can put it: in a file of its site, or in a TXT record
/// of its zone. Blocks its caller for fifteen seconds at most. Thread-safe.
@Component
class DomainProof {
    static final String FILE = "/.well-known/cairn-domain.txt";
    static final String RECORD = "cairn-domain=";
    private static final int LONGEST_FILE = 10_000;

    private final Outbound outbound;
    private final TxtRecords records;

    DomainProof(Outbound outbound, TxtRecords records) {
        this.outbound = outbound;
        this.records = records;
    }

    sealed interface Result {
        record Found() implements Result {}

        /// Both places answered, and it stands in neither.
        record NotThere() implements Result {}

        /// At least one place gave no answer, so that nothing is known.
        record Silent() implements Result {}
    }

    Result look(DomainName domain, String token) {
        var file = file(domain, token);
        if (file instanceof Result.Found || domain.isLoopback()) {
            return file;
        }
        var record = record(domain, token);
        if (record instanceof Result.Found) {
            return record;
        }
        return file instanceof Result.Silent || record instanceof Result.Silent
                ? new Result.Silent()
                : new Result.NotThere();
    }

    private Result file(DomainName domain, String token) {
        var address = URI.create((domain.isLoopback() ? "http://" : "https://") + domain.value() + FILE);
        return switch (outbound.get(new Outbound.Wish(address, "text/plain", LONGEST_FILE))) {
            case Answer.Body body ->
                new String(body.bytes(), StandardCharsets.UTF_8)
                                .lines()
                                .anyMatch(line -> line.strip().equals(token))
                        ? new Result.Found()
                        : new Result.NotThere();
            case Answer.Missing _ -> new Result.NotThere();
            case Answer.Unreachable _ -> new Result.Silent();
            case Answer.Refused _ -> new Result.NotThere();
        };
    }

    private Result record(DomainName domain, String token) {
        return switch (records.of(domain.value())) {
            case TxtRecords.Answer.Texts(List<String> texts) ->
                texts.stream().anyMatch(text -> text.strip().equals(RECORD + token))
                        ? new Result.Found()
                        : new Result.NotThere();
            case TxtRecords.Answer.Silent _ -> new Result.Silent();
        };
    }
}
