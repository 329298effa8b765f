package org.cairn.server.employer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.employer.DomainProof.Result;
import org.cairn.server.employer.DomainRepository.Row;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Which domain is whose. A proof is looked at again once a week, daily after a failure, and is lost after five
/// failures
/// in a row. The network is asked outside every transaction. Thread-safe.
@Service
public class Domains {
    private static final Logger log = LoggerFactory.getLogger(Domains.class);
    static final int LOST_AFTER = 5;
    private static final Duration RECHECK = Duration.ofDays(7);
    private static final Duration RECHECK_FAILED = Duration.ofHours(22);
    private static final int RECHECKS_A_RUN = 50;
    private static final RateLimits.Limit LOOKS = new RateLimits.Limit("domain-proof", 12, Duration.ofHours(1));

    private final DomainRepository rows;
    private final DomainProof proof;
    private final EmployerLetters letters;
    private final RateLimits limits;
    private final Audit audit;
    private final CairnSettings settings;
    private final TransactionTemplate work;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Domains(
            DomainRepository rows,
            DomainProof proof,
            EmployerLetters letters,
            RateLimits limits,
            Audit audit,
            CairnSettings settings,
            TransactionTemplate work,
            InstantSource time) {
        this.rows = rows;
        this.proof = proof;
        this.letters = letters;
        this.limits = limits;
        this.audit = audit;
        this.settings = settings;
        this.work = work;
        this.time = time;
    }

    /// The domain an organisation has proved to be its own, and has not lost since.
    public Optional<ProvenDomain> of(OrganisationId organisation) {
        return rows.of(organisation)
                .filter(row -> row.provenAt().isPresent())
                .map(row -> new ProvenDomain(
                        row.domain().value(),
                        row.provenAt().orElseThrow(),
                        row.checkedAt().orElseThrow()));
    }

    /// The domains of all who have proved one.
    Map<OrganisationId, String> all() {
        return rows.proven().stream()
                .collect(Collectors.toMap(Row::organisation, row -> row.domain().value()));
    }

    Optional<Row> claimed(OrganisationId organisation) {
        return rows.of(organisation);
    }

    /// A domain that can be one organisation's own and is not another's.
    ///
    /// @throws InputException with the fault beside `field`
    DomainName acceptable(OrganisationId organisation, String typed, String field) {
        var domain = DomainName.parse(typed, settings.outboundLoopback())
                .orElseThrow(() -> new InputException(Fault.of(field, "employer.domain.form")));
        if (rows.isProvenByAnother(organisation, domain)) {
            throw new InputException(Fault.of(field, "employer.domain.taken"));
        }
        return domain;
    }

    /// Claims a domain; what proves it is a fresh token that has to stand there. Claiming the same again changes
    /// nothing.
    @Transactional
    public void claim(Acting by, String typed) {
        var domain = acceptable(by.organisationId(), typed, "domain");
        if (rows.of(by.organisationId())
                .filter(row -> row.domain().equals(domain))
                .isPresent()) {
            return;
        }
        var bytes = new byte[16];
        random.nextBytes(bytes);
        rows.claim(by.organisationId(), domain, HexFormat.of().formatHex(bytes));
        record(by.organisationId(), by.actor(), "domain.claimed", domain);
    }

    @Transactional
    public void forget(Acting by) {
        rows.of(by.organisationId()).ifPresent(row -> {
            rows.forget(by.organisationId());
            record(by.organisationId(), by.actor(), "domain.forgotten", row.domain());
        });
    }

    /// Looks for the token and keeps what came of it. Not in a transaction: the network may take its time.
    ///
    /// @throws ConflictException when no domain is claimed
    /// @throws InputException when it was not found
    void prove(Acting by) {
        var row = rows.of(by.organisationId()).orElseThrow(() -> new ConflictException("employer.domain.none"));
        if (!limits.permits(LOOKS, by.organisationId().toString())) {
            throw new InputException(Fault.of("domain", "employer.domain.often"));
        }
        switch (proof.look(row.domain(), row.token())) {
            case Result.Found _ -> keep(row, by.actor());
            case Result.NotThere _ -> throw new InputException(Fault.of("domain", "employer.domain.notThere"));
            case Result.Silent _ -> throw new InputException(Fault.of("domain", "employer.domain.silent"));
        }
    }

    private void keep(Row row, String actor) {
        try {
            work.executeWithoutResult(_ -> {
                if (!rows.found(row, time.instant())) {
                    throw new ConflictException("employer.domain.changed");
                }
                record(row.organisation(), actor, "domain.proven", row.domain());
            });
        } catch (DuplicateKeyException e) {
            throw new InputException(Fault.of("domain", "employer.domain.taken"));
        }
    }

    /// Looks at those again whose time has come.
    void recheck() {
        var now = time.instant();
        rows.due(now.minus(RECHECK), now.minus(RECHECK_FAILED), RECHECKS_A_RUN).forEach(row -> {
            try {
                recheck(row);
            } catch (RuntimeException e) {
                // One that cannot be looked at must not keep the others waiting for ever.
                log.warn("Looking at a domain again failed", e);
                rows.missed(row, false, now);
            }
        });
    }

    void recheck(Row row) {
        if (proof.look(row.domain(), row.token()) instanceof Result.Found) {
            rows.found(row, time.instant());
            return;
        }
        var isLost = row.failures() + 1 >= LOST_AFTER;
        work.executeWithoutResult(_ -> {
            rows.missed(row, isLost, time.instant());
            if (isLost) {
                record(row.organisation(), "system", "domain.lost", row.domain());
                letters.domainLost(row.organisation(), row.domain().value());
            }
        });
    }

    private void record(OrganisationId organisation, String actor, String action, DomainName domain) {
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                actor,
                action,
                "organisation:" + organisation,
                Map.of("domain", domain.value())));
    }
}
