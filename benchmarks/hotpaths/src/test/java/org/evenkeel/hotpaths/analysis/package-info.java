/** Tests of the path {@code analysis}: each part by itself, the whole under 50 callers, and twins that break each promise. */
@NullMarked
package org.evenkeel.hotpaths.analysis;

import org.jspecify.annotations.NullMarked;
