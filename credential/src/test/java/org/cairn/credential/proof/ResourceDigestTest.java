package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceDigestTest {

    private static final byte[] CONTENT = "a picture".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"sha256, SHA-256, 18", "sha384, SHA-384, 32", "sha512, SHA-512, 19"})
    void both_forms_hold_to_the_content_and_to_nothing_else(String name, String algorithm, int code)
            throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(CONTENT);
        byte[] multihash = new byte[digest.length + 2];
        multihash[0] = (byte) code;
        multihash[1] = (byte) digest.length;
        System.arraycopy(digest, 0, multihash, 2, digest.length);
        String sri = name + "-" + Base64.getEncoder().encodeToString(digest);

        var digests = ResourceDigest.of(Json.PROVIDER
                .createObjectBuilder()
                .add("digestSRI", sri)
                .add("digestMultibase", Multibase.base64url(multihash))
                .build());

        assertThat(digests).hasSize(2).allSatisfy(one -> {
            assertThat(one.algorithm()).isEqualTo(algorithm);
            assertThat(one.matches(CONTENT)).isTrue();
            assertThat(one.matches(new byte[0])).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256-",
                "sha256-AAAA",
                "md5-AAAA",
                "sha256-***",
                "-",
                "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk="
            })
    void what_is_no_digest_is_not_taken_for_one(String sri) {
        assertThat(ResourceDigest.ofSri(sri)).isEmpty();
        assertThat(ResourceDigest.ofMultibase(sri)).isEmpty();
    }

    @Test
    void one_that_cannot_be_read_leaves_none() {
        String sri = "sha256-" + Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(ResourceDigest.of(Json.object("{\"digestSRI\": [\"" + sri + "\", \"x\"]}")))
                .isEmpty();
    }

    @Property(tries = 300)
    boolean any_text_is_read_or_not(@ForAll String text) {
        return ResourceDigest.ofSri("sha256-" + text).isEmpty()
                && ResourceDigest.ofMultibase("z" + text).isEmpty();
    }
}
