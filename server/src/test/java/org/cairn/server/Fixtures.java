package org.cairn.server;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ApiKeys;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Membership;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Readable beginnings for tests: organisations, people, keys; each with a name nobody else uses.
public class Fixtures {
    private final Organisations organisations;
    private final People people;
    private final ApiKeys keys;
    private final UserDetailsService principals;

    Fixtures(Organisations organisations, People people, ApiKeys keys, UserDetailsService principals) {
        this.organisations = organisations;
        this.people = people;
        this.keys = keys;
        this.principals = principals;
    }

    /// Texts by language in this order, the main language first: `texts("en", "Hello", "es", "Hola")`.
    public static Map<String, String> texts(String... pairs) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }

    public Organisation anInstitution() {
        return anOrganisation(Organisation.Kind.INSTITUTION);
    }

    public Organisation anOrganisation(Organisation.Kind kind) {
        var slug = "t-" + UUID.randomUUID().toString().substring(0, 18);
        return organisations.found(
                new Organisations.Founding(
                        slug, kind, "Test " + slug, "ES", Optional.of("https://example.org"), Optional.empty(), false),
                "system");
    }

    /// Acting with these roles, as a person who is a member.
    public Acting acting(Organisation organisation, Role... roles) {
        var person = aMember(organisation, roles);
        return new Acting(new Membership(organisation, Set.of(roles)), "person:" + person.id());
    }

    public EmailAddress anAddress() {
        return EmailAddress.parse("p" + UUID.randomUUID().toString().replace("-", "") + "@example.org")
                .orElseThrow();
    }

    public Person aPerson(EmailAddress address) {
        return people.confirmed(address, "Test Person", Locale.ENGLISH);
    }

    public Person aMember(Organisation organisation, Role... roles) {
        var person = aPerson(anAddress());
        organisations.setRoles(organisation.id(), person.id(), Set.of(roles), "system");
        return person;
    }

    /// Signs a MockMvc request in as this person.
    public RequestPostProcessor as(Person person) {
        var address = people.emails(person.id()).getFirst().address();
        return SecurityMockMvcRequestPostProcessors.user(principals.loadUserByUsername(address.value()));
    }

    /// An API key of an organisation, as sent in the Authorization header.
    public String bearer(Organisation organisation, Role... roles) {
        return "Bearer "
                + keys.make(Acting.system(organisation), "test", Set.of(roles)).secret();
    }
}
