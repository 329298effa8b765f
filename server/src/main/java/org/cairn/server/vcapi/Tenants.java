package org.cairn.server.vcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// For whom a request works: the organisation of its API key, or, where the API stands open, nobody in particular.
@Component
class Tenants {
    private final OpenDoor door;
    private final StoredTenants stored;
    private final Tenant throwAway;

    Tenants(OpenDoor door, StoredTenants stored) {
        this.door = door;
        this.stored = stored;
        var forgotten = new ThrowAway(new SecureRandom());
        this.throwAway = new Tenant(forgotten, forgotten);
    }

    /// @throws AccessDeniedException when the key may not do that
    Tenant of(HttpServletRequest request, Role needed) {
        var acting = acting();
        if (acting.isEmpty() && door.isOpen(request)) {
            return throwAway;
        }
        return acting.filter(a -> a.may(needed))
                .map(a -> stored.of(a.organisationId()))
                .orElseThrow(() -> new AccessDeniedException("role missing"));
    }

    /// The tenant whose list it is; lists are public.
    Optional<Tenant> tenant(UUID list) {
        return throwAway.ledger().purpose(list).isPresent() ? Optional.of(throwAway) : stored.tenant(list);
    }

    private static Optional<Acting> acting() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Acting acting
                ? Optional.of(acting)
                : Optional.empty();
    }
}
