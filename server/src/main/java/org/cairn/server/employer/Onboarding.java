package org.cairn.server.employer;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Organisations.Founding;
import org.cairn.server.identity.Role;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.TypedValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An employer joins by itself: whoever signed in founds it and is its first admin. What it says of itself counts for
/// nothing until its domain is proven. Thread-safe.
@Service
class Onboarding {
    static final int MOST_OF_ONE_PERSON = 5;
    private static final RateLimits.Limit A_DAY = new RateLimits.Limit("employer-join", 3, Duration.ofDays(1));
    private static final Set<String> RESERVED = Set.of("join", "endorse", "new");

    private final Organisations organisations;
    private final Domains domains;
    private final RateLimits limits;

    Onboarding(Organisations organisations, Domains domains, RateLimits limits) {
        this.organisations = organisations;
        this.domains = domains;
        this.limits = limits;
    }

    record Typed(String legalName, String country, String domain, String email) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    /// @throws InputException when something cannot be taken; nothing is founded then
    @Transactional
    Organisation join(SignedIn me, Typed typed) {
        var values = new TypedValues();
        var name = values.line("legalName", typed.legalName(), 200);
        if (isKnown(name)) {
            values.add(Fault.of("legalName", "employer.join.known"));
        }
        var email = EmailAddress.parse(typed.email());
        if (email.isEmpty()) {
            values.add(Fault.of("email", "identity.email.form"));
        }
        var domain = domain(typed, values);
        values.check();
        bounded(me);
        var founded = organisations.found(
                new Founding(
                        slug(name, domain.orElseThrow()),
                        Kind.EMPLOYER,
                        name,
                        typed.country(),
                        domain.filter(d -> !d.isLoopback()).map(d -> "https://" + d.value()),
                        email.map(EmailAddress::value),
                        false),
                me.actor());
        organisations.setRoles(founded.id(), me.person(), Set.of(Role.ADMIN, Role.EMPLOYER), me.actor());
        domains.claim(acting(me, founded.id()), domain.orElseThrow().value());
        return founded;
    }

    private Optional<DomainName> domain(Typed typed, TypedValues values) {
        try {
            return Optional.of(domains.acceptable(new OrganisationId(new UUID(0, 0)), typed.domain(), "domain"));
        } catch (InputException e) {
            e.faults().forEach(values::add);
            return Optional.empty();
        }
    }

    private Acting acting(SignedIn me, OrganisationId founded) {
        return organisations.membershipsOf(me.person()).stream()
                .filter(membership -> membership.organisation().id().equals(founded))
                .findFirst()
                .map(membership -> new Acting(membership, me.actor()))
                .orElseThrow();
    }

    /// Two may well be called alike, so the way on is named: whoever is meant can be invited by the other's admins.
    private boolean isKnown(String name) {
        return organisations.all().stream()
                .filter(each -> each.kind() == Kind.EMPLOYER)
                .anyMatch(each -> each.legalName().equalsIgnoreCase(name));
    }

    private void bounded(SignedIn me) {
        var own = organisations.membershipsOf(me.person()).stream()
                .filter(each -> each.organisation().kind() == Kind.EMPLOYER && each.may(Role.ADMIN))
                .count();
        if (own >= MOST_OF_ONE_PERSON || !limits.permits(A_DAY, me.person().toString())) {
            throw new InputException(Fault.of("legalName", "employer.join.many", MOST_OF_ONE_PERSON));
        }
    }

    /// Out of the name; out of the domain where the name has no Latin letters; numbered where it is taken.
    private String slug(String name, DomainName domain) {
        var plain = plain(name);
        var wish = plain.length() < 2 || RESERVED.contains(plain) ? plain(domain.value()) : plain;
        return IntStream.rangeClosed(1, 99)
                .mapToObj(n -> n == 1 ? wish : wish + "-" + n)
                .filter(slug -> organisations.bySlug(slug).isEmpty())
                .findFirst()
                .orElseThrow(() -> new InputException(Fault.of("legalName", "employer.join.known")));
    }

    private static String plain(String text) {
        var latin = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return (latin.length() > 40 ? latin.substring(0, 40) : latin).replaceAll("^-+|-+$", "");
    }
}
