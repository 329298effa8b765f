package org.cairn.server.employer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "' Example.COM. ', example.com",
        "https://www.acme.example.org/jobs?x=1#y, acme.example.org",
        "bücher.de, xn--bcher-kva.de",
        "متجر.com, xn--pgbep1f.com"
    })
    void a_domain_is_kept_in_one_form(String typed, String stored) {
        assertThat(DomainName.parse(typed, false).map(DomainName::value)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "localhost",
                "localhost:8080",
                "acme",
                "127.0.0.1",
                "10.0.0.1",
                "2130706433",
                "0x7f.1",
                "[::1]",
                "::1",
                "printer.local",
                "db.internal",
                "acme.test",
                "co.uk",
                "com.mx",
                "github.io",
                "herokuapp.com",
                "gmail.com",
                "-acme.com",
                "acme-.com",
                "acme..com",
                "a_b.com",
                "acme.com:8443",
                "user@acme.com",
                "acme com",
                "dns://8.8.8.8/acme.com",
                "ldap:acme.com",
                "acme.com\u0000.org",
                "acme\u202Egro.com",
                "a.b.c.d.e.f.g.h.com"
            })
    void what_cannot_be_one_organisations_own_is_refused(String typed) {
        assertThat(DomainName.parse(typed, false)).isEmpty();
    }

    @Test
    void endless_text_is_refused_at_once() {
        assertThat(DomainName.parse("a.".repeat(100_000) + "com", false)).isEmpty();
        assertThat(DomainName.parse("a".repeat(64) + ".com", false)).isEmpty();
    }

    @Test
    void loopback_will_do_where_a_test_opens_it_and_with_a_port_only() {
        assertThat(DomainName.parse("http://localhost:8080/x", true).map(DomainName::value))
                .contains("localhost:8080");
        assertThat(DomainName.parse("localhost", true)).isEmpty();
        assertThat(DomainName.parse("localhost:8080@evil.com", true)).isEmpty();
    }
}
