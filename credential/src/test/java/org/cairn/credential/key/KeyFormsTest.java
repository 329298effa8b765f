package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Written forms of keys: what is written is read again, and what is damaged is not a key.
class KeyFormsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Curve.class)
    void a_key_of_a_curve_comes_back_from_every_form(Curve curve) {
        EcKey key = EcKey.generate(curve, RANDOM);

        assertThat(VerificationKey.ofMultibase(key.publicMultibase())).contains(key.publicKey());
        assertThat(VerificationKey.ofJwk(key.publicKey().toJwk())).contains(key.publicKey());
        assertThat(EcKey.ofSecret(curve, key.exportSecretKey()).publicKey()).isEqualTo(key.publicKey());
        assertThat(EcKey.ofSecretMultibase(key.exportSecretMultibase()).publicKey())
                .isEqualTo(key.publicKey());
    }

    @Test
    void an_ed25519_key_comes_back_from_every_form() {
        Ed25519Key key = Ed25519Key.generate(RANDOM);

        assertThat(VerificationKey.ofMultibase(key.publicMultibase())).contains(key.publicKey());
        assertThat(VerificationKey.ofJwk(key.publicKey().toJwk())).contains(key.publicKey());
        assertThat(Ed25519Key.ofSecretMultibase(key.exportSecretMultibase()).publicKey())
                .isEqualTo(key.publicKey());
    }

    @ParameterizedTest
    @CsvSource({"di-ecdsa/p256KeyPair.json, zDn", "di-ecdsa/p384KeyPair.json, z82"})
    void the_key_pairs_of_the_ecdsa_standard_belong_together(String file, String prefix) {
        JsonObject pair = Vectors.json(file);

        EcKey key = EcKey.ofSecretMultibase(pair.getString("secretKeyMultibase"));

        assertThat(key.publicMultibase())
                .isEqualTo(pair.getString("publicKeyMultibase"))
                .startsWith(prefix);
    }

    @Test
    void the_key_pair_of_the_eddsa_standard_belongs_together() {
        JsonObject pair = Vectors.json("di-eddsa/keyPair.json");

        assertThat(Ed25519Key.ofSecretMultibase(pair.getString("privateKeyMultibase"))
                        .publicMultibase())
                .isEqualTo(pair.getString("publicKeyMultibase"));
    }

    /// RFC 6979, A.2.5 and A.2.6, message "sample" with the hash of the curve.
    @ParameterizedTest
    @CsvSource({
        "P256, C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721,"
                + "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        "P384, 6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5,"
                + "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46"
                + "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"
    })
    void signs_as_the_standard_of_deterministic_ecdsa_does(Curve curve, String secret, String signature) {
        HexFormat hex = HexFormat.of().withUpperCase();
        EcKey key = EcKey.ofSecret(curve, hex.parseHex(secret));

        byte[] made = key.signer("x").sign("sample".getBytes(StandardCharsets.US_ASCII));

        assertThat(hex.formatHex(made)).isEqualTo(signature);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void a_signature_holds_for_its_message_and_key_only(Curve curve) {
        EcKey key = EcKey.generate(curve, RANDOM);
        Signer signer = key.signer("did:x#y");

        byte[] signature = signer.sign(new byte[] {1});

        assertThat(signer.keyType()).isEqualTo(curve.type());
        assertThat(key.publicKey().verifies(new byte[] {1}, signature)).isTrue();
        assertThat(key.publicKey().verifies(new byte[] {2}, signature)).isFalse();
        assertThat(EcKey.generate(curve, RANDOM).publicKey().verifies(new byte[] {1}, signature))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void secrets_out_of_range_are_refused_and_never_printed(Curve curve) {
        byte[] order = curve.domain().getN().toByteArray();
        byte[] exact = java.util.Arrays.copyOfRange(order, order.length - curve.size(), order.length);
        EcKey key = EcKey.generate(curve, RANDOM);

        assertThatIllegalArgumentException().isThrownBy(() -> EcKey.ofSecret(curve, new byte[curve.size()]));
        assertThatIllegalArgumentException().isThrownBy(() -> EcKey.ofSecret(curve, exact));
        assertThatIllegalArgumentException().isThrownBy(() -> EcKey.ofSecret(curve, new byte[curve.size() - 1]));
        assertThat(key.toString() + key.signer("did:x#y"))
                .doesNotContain(new BigInteger(1, key.exportSecretKey()).toString())
                .doesNotContain(HexFormat.of().formatHex(key.exportSecretKey()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kty': 'EC', 'crv': 'P-256', 'x': 'AA', 'y': 'AA'}",
                "{'kty': 'EC', 'crv': 'P-256'}",
                "{'kty': 'EC', 'crv': 'P-256', 'x': 7, 'y': []}",
                "{'kty': 'OKP', 'crv': 'Ed25519', 'x': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}",
                "{'kty': 'OKP', 'crv': 'X25519', 'x': '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}",
                "{'kty': 'RSA', 'n': 'AQAB', 'e': 'AQAB'}",
                "{'kty': 'oct', 'k': 'AAAA'}",
                "{}"
            })
    void no_key_is(String jwk) {
        assertThat(VerificationKey.ofJwk(Json.object(jwk.replace('\'', '"')))).isEmpty();
    }

    /// RFC 8037, A.2.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'use': 'sig'                | true",
                "'alg': 'EdDSA'              | true",
                "'alg': 'Ed25519'            | true",
                "'key_ops': ['verify']       | true",
                "'use': 'enc'                | false",
                "'alg': 'ES256'              | false",
                "'alg': 1                    | false",
                "'key_ops': ['sign']         | false",
                "'d': 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' | false"
            })
    void a_jwk_says_what_it_is_for(String member, boolean usable) {
        String jwk = "{'kty': 'OKP', 'crv': 'Ed25519', 'x': '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', %s}"
                .formatted(member);

        assertThat(VerificationKey.ofJwk(Json.object(jwk.replace('\'', '"'))).isPresent())
                .isEqualTo(usable);
    }

    @Test
    void base64url_has_one_right_spelling() {
        String jwk = "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"%s\"}";

        assertThat(VerificationKey.ofJwk(Json.object(jwk.formatted("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo="))))
                .isEmpty();
        assertThat(VerificationKey.ofJwk(Json.object(jwk.formatted("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp"))))
                .isEmpty();
    }

    @Property(tries = 200)
    void bytes_that_are_no_point_are_no_key(@ForAll @Size(33) byte[] bytes) {
        EcPublicKey.ofCompressed(Curve.P256, bytes)
                .ifPresent(key ->
                        assertThat(VerificationKey.ofMultibase(key.multibase())).contains(key));
        assertThat(EcPublicKey.ofCompressed(Curve.P384, bytes)).isEmpty();
        assertThat(VerificationKey.ofMultibase(Multibase.base58(bytes))).isEmpty();
    }

    @Test
    void a_bls_key_is_read_and_written_but_checks_no_plain_signature() {
        byte[] raw = new byte[96];
        raw[0] = (byte) 0x80;
        var key = Bls12381G2PublicKey.ofRaw(raw).orElseThrow();

        assertThat(VerificationKey.ofMultibase(key.multibase())).contains(key);
        assertThat(key.multibase()).startsWith("zUC");
        assertThat(key.verifies(new byte[0], new byte[80])).isFalse();
        assertThat(Bls12381G2PublicKey.ofRaw(new byte[96])).isEmpty();
    }
}
