package org.cairn.server.catalogue;

import java.util.List;
import java.util.Locale;

/// What a published microcredential adds up to. Declared here and answered by later rooms, each by a bean of its own.
public interface CountsTowards {
    /// @return the larger awards that are open today, at most a handful
    List<Larger> of(PublishedSpec spec, Locale reader);

    /// @param href where the way to it is explained
    /// @param part which part of it this would fill
    record Larger(String href, String title, String institution, String part) {}
}
