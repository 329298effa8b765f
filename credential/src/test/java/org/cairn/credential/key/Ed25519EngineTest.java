package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which engine is used must make no difference.
class Ed25519EngineTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Optional<NativeEd25519> NATIVE = NativeEd25519.load();
    private static final PlainEd25519 PLAIN = new PlainEd25519();

    @Property(tries = 300)
    void both_sign_alike_and_agree_on_damaged_signatures(
            @ForAll @Size(32) byte[] secret,
            @ForAll @Size(max = 200) byte[] message,
            @ForAll @IntRange(max = 63) int place,
            @ForAll @IntRange(max = 255) int damage) {
        byte[] publicKey = publicKey(secret);
        byte[] signature = PLAIN.signing(secret, publicKey).sign(message);
        byte[] damaged = signature.clone();
        damaged[place] ^= (byte) damage;

        assertThat(nativeOne().signing(secret, publicKey).sign(message)).isEqualTo(signature);
        assertThat(verifies(PLAIN, publicKey, message, damaged)).isEqualTo(damage == 0);
        assertThat(verifies(nativeOne(), publicKey, message, damaged)).isEqualTo(damage == 0);
    }

    @Test
    void the_native_one_is_used_where_it_loads() {
        nativeOne();

        assertThat(Ed25519Engine.best()).isInstanceOf(NativeEd25519.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refuses_hostile_signatures(boolean natively) {
        Ed25519Engine engine = natively ? nativeOne() : PLAIN;
        List<JsonObject> groups = Json.objects(Vectors.json("wycheproof/ed25519_test.json"), "testGroups");

        assertThat(groups).isNotEmpty().allSatisfy(group -> {
            byte[] publicKey = HEX.parseHex(group.getJsonObject("publicKey").getString("pk"));
            assertThat(Json.objects(group, "tests")).allSatisfy(test -> {
                byte[] signature = HEX.parseHex(test.getString("sig"));
                boolean accepted = signature.length == Ed25519.SIGNATURE_SIZE
                        && verifies(engine, publicKey, HEX.parseHex(test.getString("msg")), signature);
                assertThat(accepted).isEqualTo(test.getString("result").equals("valid"));
            });
        });
    }

    private static NativeEd25519 nativeOne() {
        assumeTrue(NATIVE.isPresent(), "no native Ed25519 for this machine");
        return NATIVE.orElseThrow();
    }

    private static byte[] publicKey(byte[] secret) {
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, publicKey, 0);
        return publicKey;
    }

    private static boolean verifies(Ed25519Engine engine, byte[] publicKey, byte[] message, byte[] signature) {
        return engine.checking(publicKey, Ed25519.validatePublicKeyFullExport(publicKey, 0))
                .verifies(message, signature);
    }
}
