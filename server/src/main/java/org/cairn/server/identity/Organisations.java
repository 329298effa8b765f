package org.cairn.server.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tenants and who may do what for them. Thread-safe.
@Service
public class Organisations {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s<>\"]{3,300}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final OrganisationRepository rows;
    private final Audit audit;

    Organisations(OrganisationRepository rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /// What it takes to found an organisation.
    public record Founding(
            String slug,
            Organisation.Kind kind,
            String legalName,
            String country,
            Optional<String> website,
            Optional<String> email,
            boolean demo) {}

    /// @throws InputException when the slug is taken or badly formed, the name empty, or the country unknown
    @Transactional
    public Organisation found(Founding wish, String actor) {
        var faults = new ArrayList<Fault>();
        if (!SLUG.matcher(wish.slug()).matches()) {
            faults.add(Fault.of("slug", "identity.organisation.slug.form"));
        }
        faults.addAll(nameAndCountry(wish.legalName(), wish.country()));
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        var organisation = new Organisation(
                new OrganisationId(UUID.randomUUID()),
                wish.slug(),
                wish.kind(),
                wish.legalName().strip(),
                wish.country(),
                wish.website(),
                wish.email(),
                wish.demo());
        try {
            rows.insert(organisation);
        } catch (DuplicateKeyException e) {
            throw new InputException(Fault.of("slug", "identity.organisation.slug.taken"));
        }
        audit.record(new Audit.Deed(
                Optional.of(organisation.id().value()),
                actor,
                "organisation.founded",
                "organisation:" + organisation.id(),
                Map.of("slug", organisation.slug())));
        return organisation;
    }

    /// How an organisation describes itself.
    record Description(String legalName, String country, String website, String email) {}

    /// @throws InputException when a value cannot be taken; nothing is changed then
    @Transactional
    void describe(Acting by, Description wish) {
        var faults = new ArrayList<Fault>(nameAndCountry(wish.legalName(), wish.country()));
        var website = wish.website().strip();
        if (!website.isEmpty() && !WEBSITE.matcher(website).matches()) {
            faults.add(Fault.of("website", "identity.organisation.website.form"));
        }
        var email = EmailAddress.parse(wish.email());
        if (email.isEmpty() && !wish.email().isBlank()) {
            faults.add(Fault.of("email", "identity.email.form"));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        rows.describe(
                by.organisationId(),
                new Description(
                        wish.legalName().strip(),
                        wish.country(),
                        website,
                        email.map(EmailAddress::value).orElse("")));
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                "organisation.described",
                "organisation:" + by.organisationId(),
                Map.of("legalName", wish.legalName().strip(), "country", wish.country())));
    }

    private static List<Fault> nameAndCountry(String legalName, String country) {
        var faults = new ArrayList<Fault>();
        if (legalName.isBlank() || legalName.strip().length() > 200 || !Text.isLine(legalName.strip())) {
            faults.add(Fault.of("legalName", "identity.organisation.name.form"));
        }
        if (!COUNTRIES.contains(country)) {
            faults.add(Fault.of("country", "identity.organisation.country.form"));
        }
        return faults;
    }

    public Optional<Organisation> bySlug(String slug) {
        return rows.bySlug(slug);
    }

    public Optional<Organisation> byId(OrganisationId id) {
        return rows.byId(id);
    }

    /// In no order; unknown ids are left out.
    public List<Organisation> byIds(Collection<OrganisationId> ids) {
        return ids.isEmpty() ? List.of() : rows.byIds(ids);
    }

    public List<Organisation> all() {
        return rows.all();
    }

    public List<Membership> membershipsOf(PersonId person) {
        return rows.membershipsOf(person);
    }

    /// A person with her own key, acting for an organisation that she is a member of.
    public Optional<Acting> acting(SignedIn me, OrganisationId organisation) {
        return membershipsOf(me.person()).stream()
                .filter(membership -> membership.organisation().id().equals(organisation))
                .findFirst()
                .map(membership -> new Acting(membership, me.actor()));
    }

    Optional<Membership> membership(PersonId person, String slug) {
        return rows.membership(person, slug);
    }

    public List<Member> members(OrganisationId organisation) {
        return rows.members(organisation);
    }

    Set<Role> roles(OrganisationId organisation, PersonId person) {
        return rows.roles(organisation, person);
    }

    boolean hasPlatform() {
        return rows.hasPlatform();
    }

    /// A member as the organisation's admin sees him.
    public record Member(PersonId person, String name, String email, Set<Role> roles) {}

    /// Gives a person exactly these roles; none takes the membership away.
    ///
    /// @throws InputException when no admin would be left, or an operator would work for other than the platform
    @Transactional
    public void setRoles(OrganisationId organisation, PersonId person, Set<Role> roles, String actor) {
        if (roles.contains(Role.OPERATOR)
                && rows.byId(organisation).filter(Organisation::isPlatform).isEmpty()) {
            throw new InputException(Fault.of("roles", "identity.member.roles.form"));
        }
        var before = rows.roles(organisation, person);
        if (before.contains(Role.ADMIN) && !roles.contains(Role.ADMIN) && rows.lockAdmins(organisation) == 1) {
            throw new InputException(Fault.of("roles", "identity.member.lastAdmin"));
        }
        rows.replaceRoles(organisation, person, roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                actor,
                "member.roles",
                "person:" + person,
                Map.of("before", before.toString(), "after", roles.toString())));
    }
}
