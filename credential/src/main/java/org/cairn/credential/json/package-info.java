/// JSON as untrusted input: one strict reader that bounds size, depth and numbers and refuses duplicate
/// members, one writer, and the canonical form that is signed ([Jcs]). Every document that enters the library
/// from outside passes [Json#object(byte[])] first.
@NullMarked
package org.cairn.credential.json;

import org.jspecify.annotations.NullMarked;
