/// Skills and occupations as published by others, kept side by side in their releases: import, search, public
/// pages. Read [Taxonomies], the door; `Imports` brings a release in, as a job that goes on after a kill. The
/// readers of the publishers' files are the library's (`org.cairn.skills.taxonomy`).
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "operate", "web"})
package org.cairn.server.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
