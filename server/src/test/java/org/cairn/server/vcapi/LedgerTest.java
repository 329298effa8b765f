package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.credential.key.VerificationKey;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What both ledgers and both keyrings promise: the one in the database and the one that is thrown away.
@CairnTest
class LedgerTest {
    @Autowired
    StoredTenants stored;

    @Autowired
    Fixtures fixtures;

    private Stream<Tenant> both() {
        var forgotten = new ThrowAway(new SecureRandom());
        return Stream.of(stored.of(fixtures.anInstitution().id()), new Tenant(forgotten, forgotten));
    }

    @Test
    void a_place_is_given_once_and_starts_off() {
        assertThat(both().map(Tenant::ledger)).allSatisfy(ledger -> {
            var places = IntStream.range(0, 50)
                    .mapToObj(i -> ledger.take("urn:" + i, StatusPurpose.REVOCATION))
                    .toList();

            assertThat(places).doesNotHaveDuplicates();
            assertThat(places)
                    .allSatisfy(place -> assertThat(ledger.bits(place.list()).get(place.index()))
                            .isFalse());
        });
    }

    @Test
    void sets_the_bits_of_one_name_and_purpose_and_no_others() {
        assertThat(both().map(Tenant::ledger)).allSatisfy(ledger -> {
            var one = ledger.take("urn:one", StatusPurpose.REVOCATION);
            var same = ledger.take("urn:one", StatusPurpose.REVOCATION);
            var suspension = ledger.take("urn:one", StatusPurpose.SUSPENSION);
            var other = ledger.take("urn:other", StatusPurpose.REVOCATION);

            assertThat(ledger.set("urn:one", StatusPurpose.REVOCATION, true)).isTrue();

            assertThat(ledger.bits(one.list()).get(one.index())).isTrue();
            assertThat(ledger.bits(same.list()).get(same.index())).isTrue();
            assertThat(ledger.bits(other.list()).get(other.index())).isFalse();
            assertThat(ledger.bits(suspension.list()).get(suspension.index())).isFalse();
            assertThat(ledger.set("urn:one", StatusPurpose.REVOCATION, false)).isTrue();
            assertThat(ledger.bits(one.list()).get(one.index())).isFalse();
        });
    }

    @Test
    void knows_its_lists_and_no_others() {
        assertThat(both().map(Tenant::ledger)).allSatisfy(ledger -> {
            var place = ledger.take("urn:one", StatusPurpose.SUSPENSION);

            assertThat(ledger.purpose(place.list())).contains(StatusPurpose.SUSPENSION);
            assertThat(ledger.purpose(UUID.randomUUID())).isEmpty();
            assertThat(ledger.set("urn:nobody", StatusPurpose.SUSPENSION, true)).isFalse();
        });
    }

    @Test
    void an_issuer_s_key_stays_and_is_of_its_kind() {
        assertThat(both().map(Tenant::keys))
                .allSatisfy(keys -> assertThat(IssuerSuite.values()).allSatisfy(suite -> {
                    var key = keys.key(suite);

                    assertThat(VerificationKey.ofMultibase(key.publicMultibase())
                                    .map(VerificationKey::type))
                            .contains(suite.keyType());
                    assertThat(keys.key(suite).didKey()).isEqualTo(key.didKey());
                }));
    }
}
