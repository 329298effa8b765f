package org.cairn.credential.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hashed and plain identities against an address.
class IdentityHashTest {

    /// The hashes are those of `printf 'ada@example.orgsalt' | sha256sum` and of the same with `md5sum`.
    @ParameterizedTest
    @CsvSource({
        "sha256$SHA, true, salt, ada@example.org, true",
        "sha256$SHA, true, salt, Ada@Example.org, true",
        "SHA256$SHA, true, salt, ada@example.org, true",
        "sha256$SHA, false, salt, ada@example.org, true",
        "sha256$SHA, true, pepper, ada@example.org, false",
        "sha256$SHA, true, salt, eve@example.org, false",
        "md5$MD5, true, salt, ada@example.org, true",
        "md5$MD5, true, '', ada@example.org, false",
        "sha1$SHA, true, salt, ada@example.org, false",
        "SHA, true, salt, ada@example.org, false",
        "ada@example.org, false, '', ADA@example.org, true",
        "ada@example.org, true, '', ada@example.org, false",
        "'', true, '', ada@example.org, false"
    })
    void an_address_is_recognised(String identity, boolean hashed, String salt, String email, boolean expected) {
        String whole = identity.replace("$SHA", "$" + SHA256).replace("$MD5", "$" + MD5);

        assertThat(new IdentityHash(whole, hashed, salt).isOf(email)).isEqualTo(expected);
    }

    private static final String SHA256 = "a014001d5b097167917a72429dd5a82f1753a805174e3d74f47086d6459b96a1";
    private static final String MD5 = "632b985c4bd7823285eec3ee03a59671";
}
