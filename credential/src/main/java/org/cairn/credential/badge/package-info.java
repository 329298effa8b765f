/// Open Badges 3.0: building an unsigned credential from valid-by-construction records ([OpenBadge]),
/// and carrying a signed one inside a picture ([Baking]).
@NullMarked
package org.cairn.credential.badge;

import org.jspecify.annotations.NullMarked;
