/// The application: one package per capability, data flowing one way, events backwards.
@NullMarked
package org.cairn.server;

import org.jspecify.annotations.NullMarked;
