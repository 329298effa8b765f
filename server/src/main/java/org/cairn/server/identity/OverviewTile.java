package org.cairn.server.identity;

import java.util.List;

/// Figures that a capability puts on an organisation's overview page. Every bean of this type is asked on each
/// view, in the order of its `@Order`; what the acting person may not see is left out by the bean itself.
public interface OverviewTile {
    List<Tile> tiles(Acting acting);

    /// One figure.
    ///
    /// @param value ready to read, as `12`
    /// @param labelKey message key of what is counted
    /// @param href where the things counted are listed
    record Tile(String value, String labelKey, String href) {}
}
