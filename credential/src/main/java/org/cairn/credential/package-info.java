/// Educational credentials without a platform: build, sign, bake, publish status, and verify Open Badges 3.0.
@NullMarked
package org.cairn.credential;

import org.jspecify.annotations.NullMarked;
