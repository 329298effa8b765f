package org.cairn.server.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of a version's public page that a later room fills in. Every bean of this type is asked on each view, in the
/// order of its `@Order`.
public interface VersionPart {
    /// Empty when there is nothing to show.
    Optional<Part> part(PublishedSpec version, Locale locale);

    /// The same version in other forms, for the head of its page; none unless the room says so.
    default List<Alternate> alternates(PublishedSpec version) {
        return List.of();
    }

    /// @param type media type of what stands at the address
    record Alternate(String href, String type, String title) {}

    /// @param template its fragment `part(content)` draws it
    /// @param content what that fragment gets
    record Part(String template, Object content) {}
}
