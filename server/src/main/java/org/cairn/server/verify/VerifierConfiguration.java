package org.cairn.server.verify;

import java.time.InstantSource;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.did.Dids;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.StatusListSource;
import org.cairn.credential.verify.Verifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The library's verifier with this platform around it: our own papers from the database, all others by the one
/// outbound client.
@Configuration(proxyBeanMethods = false)
class VerifierConfiguration {

    @Bean
    Verifier verifier(
            OwnAddresses addresses,
            OutsideHosts hosts,
            DidResolver dids,
            StatusListSource lists,
            Contexts contexts,
            InstantSource time) {
        return new Verifier(contexts, dids, outside(addresses, hosts), time).withStatusLists(lists);
    }

    /// The status lists this platform publishes itself.
    @Bean
    StatusListSource ownStatusLists(OwnPapers own) {
        return own::statusList;
    }

    /// Our own identifiers are never looked up over the network, not even when they are unknown here.
    @Bean
    DidResolver dids(OwnPapers own, OwnAddresses addresses, OutsideHosts hosts) {
        var foreign = Dids.standard(outside(addresses, hosts));
        return did -> addresses.isOwn(did)
                ? own.didDocument(did)
                        .<DidResolution>map(DidResolution.Resolved::new)
                        .orElseGet(() -> new DidResolution.NotFound("unknown to this platform"))
                : foreign.resolve(did);
    }

    private static Outside outside(OwnAddresses addresses, OutsideHosts hosts) {
        return (uri, accept, most) -> addresses.isOwn(uri) ? new Fetched.Missing(404) : hosts.fetch(uri, accept, most);
    }
}
