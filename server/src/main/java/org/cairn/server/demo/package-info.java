/// The demonstration, in profile `demo` only: invented organisations and people, and a mailbox page in place of mail.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "award",
            "catalogue",
            "identity",
            "issue",
            "offering",
            "operate",
            "portfolio",
            "quality",
            "stack",
            "web"
        })
package org.cairn.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
