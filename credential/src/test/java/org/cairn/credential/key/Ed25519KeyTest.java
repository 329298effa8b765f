package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519KeyTest {

    private static final HexFormat HEX = HexFormat.of();

    /// RFC 8032, 7.1, test 2.
    @Test
    void signs_as_the_standard_does() {
        Ed25519Key key =
                Ed25519Key.ofSecret(HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        byte[] signature = key.signer("x").sign(new byte[] {0x72});

        assertThat(HEX.formatHex(signature))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void a_new_key_verifies_its_own_signature_and_no_other() {
        Ed25519Key key = Ed25519Key.generate(new SecureRandom());
        Ed25519PublicKey other = Ed25519PublicKey.ofMultibase(
                        Ed25519Key.generate(new SecureRandom()).publicMultibase())
                .orElseThrow();
        Ed25519PublicKey own =
                Ed25519PublicKey.ofMultibase(key.publicMultibase()).orElseThrow();

        byte[] signature = key.signer("x").sign(new byte[] {1, 2, 3});

        assertThat(own.verifies(new byte[] {1, 2, 3}, signature)).isTrue();
        assertThat(own.verifies(new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(other.verifies(new byte[] {1, 2, 3}, signature)).isFalse();
    }

    @Test
    void comes_back_from_its_exported_secret() {
        Ed25519Key key = Ed25519Key.generate(new SecureRandom());

        assertThat(Ed25519Key.ofSecret(key.exportSecretKey()).didKeyMethod()).isEqualTo(key.didKeyMethod());
    }

    @Test
    void does_not_print_its_secret() {
        Ed25519Key key = Ed25519Key.generate(new SecureRandom());

        assertThat(key.toString() + key.signer("did:x#y"))
                .doesNotContain(HEX.formatHex(key.exportSecretKey()))
                .doesNotContain(Multibase.base58(key.exportSecretKey()).substring(1));
    }

    @Test
    void names_itself_as_a_did_key() {
        Ed25519Key key = Ed25519Key.ofSecret(new byte[32]);

        assertThat(key.publicMultibase()).startsWith("z6Mk");
        assertThat(key.didKeyMethod()).isEqualTo("did:key:" + key.publicMultibase() + "#" + key.publicMultibase());
    }

    @Test
    void refuses_a_secret_of_another_size() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Key.ofSecret(new byte[31]));
    }

    @Test
    void refuses_public_keys_that_are_no_points_or_of_small_order() {
        assertThat(Ed25519PublicKey.ofRaw(new byte[32])).isEmpty();
        assertThat(Ed25519PublicKey.ofRaw(new byte[31])).isEmpty();
        assertThat(Ed25519PublicKey.ofMultibase("z6MkNonsense")).isEmpty();
        assertThat(Ed25519PublicKey.ofMultibase("")).isEmpty();
    }
}
