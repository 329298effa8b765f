package org.cairn.server.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// A fresh installation has no account and no default password. Whoever runs it names an address, and the first
/// operator is who reads it.
@Component
@Profile("!demo")
class FirstStart implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Operators operators;
    private final Organisations organisations;
    private final String address;

    FirstStart(Operators operators, Organisations organisations, @Value("${cairn.operator-email:}") String address) {
        this.operators = operators;
        this.organisations = organisations;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (organisations.hasPlatform()) {
            return;
        }
        if (address.isBlank()) {
            log.info(
                    "Nobody runs this platform yet: set CAIRN_OPERATOR_EMAIL to your e-mail address (and CAIRN_MAIL_HOST"
                            + " to a mail server) and start again; then sign in with that address to found organisations.");
            return;
        }
        var operator = EmailAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException("CAIRN_OPERATOR_EMAIL is no e-mail address"));
        if (operators.foundPlatform(operator)) {
            log.info(
                    "The platform is founded. Its operator signs in at /login with the address in CAIRN_OPERATOR_EMAIL.");
        }
    }
}
