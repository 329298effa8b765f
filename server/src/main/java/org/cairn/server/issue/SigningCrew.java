package org.cairn.server.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.proof.DataIntegrity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Signs a chunk on two threads of its own. They compute and nothing else: the transaction and its connection stay
/// with the caller, so that a failure here rolls everything back there.
@Component
class SigningCrew implements DisposableBean {
    private static final int HANDS = 2;

    private final DataIntegrity proofs;
    private final ExecutorService hands = Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().name("sign-", 0).daemon().factory());

    SigningCrew(DataIntegrity proofs) {
        this.proofs = proofs;
    }

    /// The signed documents, in the order of the drafts.
    List<String> signed(List<BadgeTemplate.Draft> drafts, Signer signer, Instant now) {
        if (drafts.size() == 1) {
            return List.of(sign(drafts.getFirst(), signer, now));
        }
        List<Callable<String>> work = new ArrayList<>();
        drafts.forEach(draft -> work.add(() -> sign(draft, signer, now)));
        try {
            var texts = new ArrayList<String>(drafts.size());
            for (Future<String> done : hands.invokeAll(work)) {
                texts.add(done.get());
            }
            return texts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A credential could not be signed", e.getCause());
        }
    }

    private String sign(BadgeTemplate.Draft draft, Signer signer, Instant now) {
        return Json.text(proofs.sign(draft.unsigned(), signer, now));
    }

    @Override
    public void destroy() {
        hands.shutdown();
    }
}
