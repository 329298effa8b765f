package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.CairnTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class AskedOnceTest {
    @Autowired
    Verification verification;

    @Autowired
    InstantSource time;

    /// The issuer falls silent after the first look: whoever asked it then is answered from that.
    @Test
    void other_hosts_are_asked_once_for_all_documents_that_are_checked_together() throws Exception {
        try (var issuer = new ForeignIssuer(time.instant())) {
            var first = Json.bytes(issuer.badge("a@example.org"));
            var second = Json.bytes(issuer.badge("b@example.org"));
            var together = AskedOnce.fresh();

            assertThat(verdict(first, together)).isEqualTo(Verdict.VALID);
            issuer.takeAway("/status/1");
            issuer.takeAway("/.well-known/did.json");

            assertThat(verdict(second, together)).isEqualTo(Verdict.VALID);
            assertThat(verdict(second, AskedOnce.fresh())).isEqualTo(Verdict.CANNOT_TELL);
        }
    }

    private Verdict verdict(byte[] document, AskedOnce asked) {
        return switch (verification.document(document, "application/json", asked)) {
            case Verified.Reports(var reports) -> reports.getFirst().report().verdict();
            case Verified.Nothing(var why) -> throw new AssertionError(why);
        };
    }
}
