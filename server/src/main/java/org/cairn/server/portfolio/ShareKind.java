package org.cairn.server.portfolio;

/// Why a link was made.
public enum ShareKind {
    /// Given to somebody; it always expires.
    LINK,
    /// Printed on paper as a QR code; paper does not expire, so neither does this, until its owner ends it.
    PRINT
}
