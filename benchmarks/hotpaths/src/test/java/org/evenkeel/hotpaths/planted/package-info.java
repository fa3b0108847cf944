/** Tests of the path {@code planted}: it does the wrong it is told to, and no other. */
@NullMarked
package org.evenkeel.hotpaths.planted;

import org.jspecify.annotations.NullMarked;
