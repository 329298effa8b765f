package org.cairn.server.employer;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A domain in the one form in which it is stored and compared: lower-case, in ASCII.
///
/// Names under which anybody can have a page are no proof of who one is, so they are refused. The list knows the common
/// ones, not all of them; a name below a suffix it does not know proves no more than that.
record DomainName(String value) {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost:\\d{2,5}");

    /// Ends that are no address on the open internet.
    private static final Set<String> UNREACHABLE = Set.of(
            "localhost",
            "local",
            "internal",
            "lan",
            "home",
            "corp",
            "test",
            "invalid",
            "example",
            "onion",
            "arpa",
            "alt");

    /// Where many parties have their own names: registries' second levels and hosts of other people's pages.
    private static final Set<String> SHARED = Set.of(
            "co.uk",
            "org.uk",
            "ac.uk",
            "gov.uk",
            "ltd.uk",
            "plc.uk",
            "me.uk",
            "net.uk",
            "com.au",
            "net.au",
            "org.au",
            "edu.au",
            "gov.au",
            "co.nz",
            "org.nz",
            "ac.nz",
            "govt.nz",
            "com.mx",
            "org.mx",
            "gob.mx",
            "edu.mx",
            "com.ar",
            "com.br",
            "org.br",
            "gov.br",
            "com.co",
            "com.pe",
            "com.ve",
            "com.ec",
            "com.uy",
            "com.es",
            "org.es",
            "nom.es",
            "gob.es",
            "edu.es",
            "com.tr",
            "com.eg",
            "com.sa",
            "com.ma",
            "co.ma",
            "com.jo",
            "com.lb",
            "co.il",
            "co.jp",
            "ne.jp",
            "or.jp",
            "ac.jp",
            "co.kr",
            "or.kr",
            "com.cn",
            "com.hk",
            "com.tw",
            "com.sg",
            "com.my",
            "edu.my",
            "co.id",
            "co.in",
            "net.in",
            "org.in",
            "co.za",
            "org.za",
            "co.ke",
            "com.ng",
            "com.pl",
            "com.pt",
            "com.gr",
            "co.at",
            "or.at",
            "com.ua",
            "com.ru",
            "github.io",
            "gitlab.io",
            "bitbucket.io",
            "pages.dev",
            "workers.dev",
            "netlify.app",
            "vercel.app",
            "web.app",
            "firebaseapp.com",
            "appspot.com",
            "herokuapp.com",
            "fly.dev",
            "onrender.com",
            "azurewebsites.net",
            "cloudfront.net",
            "amazonaws.com",
            "blogspot.com",
            "wordpress.com",
            "wixsite.com",
            "weebly.com",
            "webflow.io",
            "notion.site",
            "glitch.me",
            "surge.sh",
            "neocities.org",
            "readthedocs.io",
            "ngrok.io",
            "ngrok-free.app",
            "duckdns.org",
            "dyndns.org",
            "nip.io",
            "sslip.io",
            "eu.org",
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "yahoo.com",
            "linkedin.com",
            "facebook.com",
            "google.com",
            "github.com");

    /// @param typed a domain, or an address of which only the host counts
    /// @param loopbackIsOpen whether `localhost` with a port will do, for tests
    /// @return empty when it is no domain that can be one organisation's own
    static Optional<DomainName> parse(String typed, boolean loopbackIsOpen) {
        var host = host(typed);
        if (loopbackIsOpen && LOOPBACK.matcher(host).matches()) {
            return Optional.of(new DomainName(host));
        }
        return ascii(host).filter(DomainName::isOwn).map(DomainName::new);
    }

    private static String host(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("\\.$", "");
    }

    private static Optional<String> ascii(String host) {
        try {
            return host.length() > 253
                    ? Optional.empty()
                    : Optional.of(IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// An address in numbers fails here too: no end is made of digits alone.
    private static boolean isOwn(String host) {
        var labels = host.split("\\.", -1);
        var end = labels[labels.length - 1];
        return host.length() <= 253
                && labels.length >= 2
                && labels.length <= 8
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
                && (end.matches("[a-z]{2,63}") || end.startsWith("xn--"))
                && !UNREACHABLE.contains(end)
                && !SHARED.contains(host);
    }

    boolean isLoopback() {
        return LOOPBACK.matcher(value).matches();
    }
}
