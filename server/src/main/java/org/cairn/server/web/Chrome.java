package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/// What the frame around a page says of the visitor: who, for whom, and where to go next. Implemented once, by
/// whoever knows the signed-in person.
public interface Chrome {
    /// @param key message key of the words
    record NavItem(String href, String key, boolean current) {}

    record Frame(
            boolean signedIn,
            String personName,
            Optional<String> organisation,
            boolean canSwitchOrganisation,
            List<NavItem> nav) {}

    Frame frame(HttpServletRequest request);
}
