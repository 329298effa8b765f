/// Credentials at work in hiring: role profiles, checking what an applicant hands in against one line by line, checking
/// many files at once, and finding people who chose to be found. Nobody is ranked.
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
            "verify"
        })
package org.cairn.server.hiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
