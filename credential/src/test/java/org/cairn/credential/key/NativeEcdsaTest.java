package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Which engine checks must make no difference. [WycheproofTest] tries hostile signatures on the one that is used.
class NativeEcdsaTest {

    @Property(tries = 150)
    void agrees_with_the_other_one_on_damaged_signatures(
            @ForAll Curve curve, @ForAll long seed, @ForAll @IntRange(max = 95) int place, @ForAll byte damage) {
        assumeNative();
        byte[] secret = new byte[curve.size()];
        new Random(seed).nextBytes(secret);
        secret[0] = 1; // below the order of the curve
        EcKey key = EcKey.ofSecret(curve, secret);
        byte[] signature = key.signer("x").sign(secret);
        signature[place % signature.length] ^= damage;

        assertThat(key.publicKey().verifies(secret, signature)).isEqualTo(damage == 0);
        assertThat(key.publicKey().verifiesPlainly(secret, signature)).isEqualTo(damage == 0);
    }

    @Test
    void signatures_of_zeros_or_of_the_order_are_none() {
        for (Curve curve : Curve.values()) {
            EcPublicKey key = EcKey.ofSecret(curve, one(curve)).publicKey();
            byte[] zeros = new byte[2 * curve.size()];
            byte[] order = curve.domain().getN().toByteArray();
            byte[] orders = new byte[2 * curve.size()];
            System.arraycopy(order, order.length - curve.size(), orders, 0, curve.size());
            System.arraycopy(order, order.length - curve.size(), orders, curve.size(), curve.size());

            assertThat(key.verifies(zeros, zeros)).isFalse();
            assertThat(key.verifies(zeros, orders)).isFalse();
            assertThat(key.verifiesPlainly(zeros, orders)).isFalse();
        }
    }

    private static byte[] one(Curve curve) {
        byte[] secret = new byte[curve.size()];
        secret[curve.size() - 1] = 1;
        return secret;
    }

    private static void assumeNative() {
        assumeTrue(NativeEcdsa.load().isPresent(), "no native ECDSA for this machine");
    }
}
