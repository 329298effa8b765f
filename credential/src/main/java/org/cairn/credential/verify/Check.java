package org.cairn.credential.verify;

/// The lines of a report, in the order in which they are reported.
public enum Check {
    /// Is this what was signed?
    INTEGRITY,
    /// Was it signed by the one it names as issuer?
    ISSUER,
    /// Has the issuer revoked or suspended it?
    STATUS,
    /// Is it in force today?
    VALIDITY_PERIOD,
    /// Is it built as Open Badges 3.0 and VC 2.0 demand?
    SCHEMA,
    /// Do the endorsements it carries hold?
    ENDORSEMENTS,
    /// Do the credentials in it hold? Only for a record of several credentials.
    CONTAINED,
    /// Is it shown by, or made out to, the one who is meant? Reported where it can be asked.
    HOLDER
}
