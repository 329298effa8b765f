/// The whole story as its users live it: the packaged application as a process of its own, driven through a real
/// Chromium and over HTTP.
@NullMarked
package org.cairn.e2e;

import org.jspecify.annotations.NullMarked;
