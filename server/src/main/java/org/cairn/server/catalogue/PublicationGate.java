package org.cairn.server.catalogue;

import org.cairn.server.identity.Organisation;

/// What publishing asks about a draft. Declared here, answered by the quality check.
public interface PublicationGate {
    /// Looks at a draft as it stands. Changes nothing; may be called at every keystroke.
    GateReport check(SpecContent content, Organisation issuer);
}
