package org.cairn.server.identity;

/// What a member may do for an organisation. Being a learner needs no role: whoever signs in may hold a portfolio.
public enum Role {
    /// Runs the platform: creates organisations; sees no learner's records by that.
    OPERATOR,
    /// Runs an institution: members, keys; may also do what designers and issuers do.
    ADMIN,
    /// Designs and publishes microcredentials.
    DESIGNER,
    /// Awards and revokes.
    ISSUER,
    /// Works for an employer.
    EMPLOYER,
    /// Reviews quality.
    REVIEWER;

    /// Whether holding this role is enough where `needed` is asked for.
    boolean covers(Role needed) {
        return this == needed || (this == ADMIN && (needed == DESIGNER || needed == ISSUER));
    }
}
