/// The catalogue for machines: microcredentials, offerings, accreditations and endorsements as CTDL JSON-LD and in the
/// European Learning Model, one by one at stable addresses and together as a feed that can be harvested.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "operate",
            "identity",
            "catalogue",
            "offering",
            "quality",
            "issue",
            "trust",
            "employer"
        })
package org.cairn.server.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
