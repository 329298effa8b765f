/// Many documents verified as one job, with a report that goes away again: from a page, or over REST with somebody told
/// when it is done. [Unpacking] bounds what comes in, [BulkRuns] keeps a run and checks it item by item, [BulkReport]
/// is
/// what came of it, [Webhooks] tells. An interrupted run goes on where it was.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "hiring", "verify"})
package org.cairn.server.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
