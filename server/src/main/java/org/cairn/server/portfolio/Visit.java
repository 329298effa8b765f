package org.cairn.server.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.springframework.security.core.Authentication;

/// Somebody who follows a share link.
///
/// @param visitor the person when signed in; an owner's own look is not recorded
/// @param fingerprint tells visits apart while they last; only ever held in memory
/// @param client what kind of program asked, the only thing kept
public record Visit(Optional<PersonId> visitor, String fingerprint, Client client) {

    /// What kind of program opened a link, as roughly as its owner needs to know.
    public enum Client {
        CHROME,
        EDGE,
        FIREFOX,
        SAFARI,
        OTHER_BROWSER,
        LINK_PREVIEW,
        PROGRAM;

        static Client of(String userAgent) {
            var agent = userAgent.toLowerCase(Locale.ROOT);
            if (agent.matches(".*(bot|preview|facebookexternalhit|whatsapp|slack|crawler|spider).*")) {
                return LINK_PREVIEW;
            }
            if (!agent.startsWith("mozilla/")) {
                return PROGRAM;
            }
            if (agent.contains("edg/") || agent.contains("edga/") || agent.contains("edgios/")) {
                return EDGE;
            }
            if (agent.contains("firefox/") || agent.contains("fxios/")) {
                return FIREFOX;
            }
            if (agent.contains("chrome/") || agent.contains("crios/")) {
                return CHROME;
            }
            return agent.contains("safari/") ? SAFARI : OTHER_BROWSER;
        }
    }

    public static Visit of(HttpServletRequest request) {
        var header = request.getHeader("User-Agent");
        var agent = header == null ? "" : header;
        var visitor = request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person.person())
                : Optional.<PersonId>empty();
        return new Visit(visitor, request.getRemoteAddr() + '|' + agent, Client.of(agent));
    }
}
