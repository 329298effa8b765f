package org.cairn.credential.verify;

import org.cairn.credential.jose.Jws;
import org.cairn.credential.openbadges2.Assertion;
import org.cairn.credential.sdjwt.Disclosed;
import org.cairn.credential.sdjwt.SdJwt;

/// What an upload turned out to be.
sealed interface Upload
        permits Secured, Upload.Selective, Upload.HostedBadge, Upload.SignedBadge, Upload.OldBadgeAddress {

    /// An SD-JWT VC, with its claims put together.
    record Selective(SdJwt token, Disclosed disclosed) implements Upload {}

    /// An Open Badges 2.0 assertion that is vouched for by being published.
    record HostedBadge(Assertion assertion) implements Upload {}

    /// An Open Badges 2.0 assertion in a signed token.
    record SignedBadge(Assertion assertion, Jws token) implements Upload {}

    /// The address of a published Open Badges 2.0 assertion, as old pictures carry it.
    record OldBadgeAddress(String address) implements Upload {}
}
