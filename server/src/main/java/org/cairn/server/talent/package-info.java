/// People who chose to be found. A learner lists what credentials of hers show; employers find her by skills, region
/// and
/// language under a name that only they know her by, and learn who she is when she says yes. She sees who looked, and
/// is
/// gone the moment she withdraws. Nobody is ranked, and there is nothing here to rank by. [Listings] is hers,
/// [Finding] the employers', [Contacts] lies between them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "operate",
            "identity",
            "taxonomy",
            "catalogue",
            "award",
            "issue",
            "portfolio",
            "employer",
            "verify",
            "hiring"
        })
package org.cairn.server.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
