/// The faces' common ground: languages, the frame around every page, how input errors and missing things are told
/// in pages and in REST, rate limits, security headers. Knows no capability; capabilities plug in through [Chrome].
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.cairn.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
