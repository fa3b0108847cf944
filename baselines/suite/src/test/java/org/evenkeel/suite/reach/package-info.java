/** Small programs that are compiled here, and the hot paths of this repository. */
@NullMarked
package org.evenkeel.suite.reach;

import org.jspecify.annotations.NullMarked;
