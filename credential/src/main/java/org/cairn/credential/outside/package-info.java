/// The one hole in the wall: [Outside] fetches what a verification needs, and the host application implements it.
/// The library itself never opens a connection.
@NullMarked
package org.cairn.credential.outside;

import org.jspecify.annotations.NullMarked;
