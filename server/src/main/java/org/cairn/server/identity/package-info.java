/// People, organisations, roles and sign-in. Every tenant page takes an [org.cairn.server.identity.Acting]: who acts,
/// for which organisation, with which roles; there is no other way to an organisation's records.
@NullMarked
@ApplicationModule(allowedDependencies = {"operate", "web"})
package org.cairn.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
