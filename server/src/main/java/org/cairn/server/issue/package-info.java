/// Issuing: an award becomes a signed credential that anybody can check.
/// Read [org.cairn.server.issue.Credentials] first, then `Issuing` (what happens when awards are made), `IssuerKeys`
/// (who signs), `StatusLists` (what is revoked or suspended) and [org.cairn.server.issue.Issuers], which answers the
/// world's questions about our issuers. An award never exists without its credential: both share a transaction.
@NullMarked
@ApplicationModule(allowedDependencies = {"award", "catalogue", "identity", "operate", "web"})
package org.cairn.server.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
