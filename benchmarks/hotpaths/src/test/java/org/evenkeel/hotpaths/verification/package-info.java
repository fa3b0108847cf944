/** Tests of the path {@code verification}: each part by itself, the whole under 50 callers, and twins that break each promise. */
@NullMarked
package org.evenkeel.hotpaths.verification;

import org.jspecify.annotations.NullMarked;
