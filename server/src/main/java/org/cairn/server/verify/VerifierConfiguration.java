package org.cairn.server.verify;

import java.time.InstantSource;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.did.Dids;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Verifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The library's verifier with this platform around it: our own papers from the database, all others by the one
/// outbound client.
@Configuration(proxyBeanMethods = false)
class VerifierConfiguration {

    @Bean
    Verifier verifier(OwnPapers own, OwnAddresses addresses, OutsideHosts hosts, InstantSource time) {
        Outside outside =
                (uri, accept, most) -> addresses.isOwn(uri) ? new Fetched.Missing(404) : hosts.fetch(uri, accept, most);
        return new Verifier(Contexts.bundled(), dids(own, addresses, outside), outside, time)
                .withStatusLists(own::statusList);
    }

    /// Our own identifiers are never looked up over the network, not even when they are unknown here.
    private static DidResolver dids(OwnPapers own, OwnAddresses addresses, Outside outside) {
        var foreign = Dids.standard(outside);
        return did -> addresses.isOwn(did)
                ? own.didDocument(did)
                        .<DidResolution>map(DidResolution.Resolved::new)
                        .orElseGet(() -> new DidResolution.NotFound("unknown to this platform"))
                : foreign.resolve(did);
    }
}
