package org.cairn.server.award;

import java.util.List;

/// What the page of an award shows of the credentials made from it. Implemented by whoever issues.
public interface AwardCredentials {
    List<CredentialLine> of(AwardId award);
}
