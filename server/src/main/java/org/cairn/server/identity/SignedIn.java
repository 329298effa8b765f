package org.cairn.server.identity;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// The principal of a browser session, or of a call with a personal key: somebody known to be this person.
///
/// Take it in a handler as `@AuthenticationPrincipal SignedIn me`.
public final class SignedIn implements UserDetails {
    static final String ROLE = "PERSON";

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID person;
    private final String name;
    private final String address;

    SignedIn(PersonId person, String name, String address) {
        this.person = person.value();
        this.name = name;
        this.address = address;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public String name() {
        return name;
    }

    /// For the audit trail.
    public String actor() {
        return "person:" + person;
    }

    @Override
    public String getUsername() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + ROLE));
    }
}
