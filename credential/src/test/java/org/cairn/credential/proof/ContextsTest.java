package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.DigitalBazaar;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;

class ContextsTest {

    /// Ours are written anew in a shorter form, so that they have to be compared with the published ones.
    @Test
    void every_bundled_context_equals_the_published_one() {
        try (DigitalBazaar node = DigitalBazaar.start()) {
            var published =
                    node.ask("contexts", Json.PROVIDER.createObjectBuilder()).getJsonObject("contexts");

            assertThat(Badges.CONTEXTS.addresses())
                    .hasSize(11)
                    .allSatisfy(address -> assertThat(Badges.CONTEXTS.document(address))
                            .as(address)
                            .isEqualTo(Optional.of(published.getJsonObject(address))));
        }
    }

    @Test
    void an_unknown_context_is_not_looked_for() {
        assertThat(Badges.CONTEXTS.document("https://example.org/context")).isEmpty();
    }
}
