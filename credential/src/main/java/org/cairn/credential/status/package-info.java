/// W3C Bitstring Status List: the bits, the entry inside a credential, and the unsigned list credential.
/// Reading and judging a fetched list is the business of the verifier.
@NullMarked
package org.cairn.credential.status;

import org.jspecify.annotations.NullMarked;
