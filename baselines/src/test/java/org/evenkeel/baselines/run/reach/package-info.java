/** Small programs that are compiled here, and the hot paths of this repository. */
@NullMarked
package org.evenkeel.baselines.run.reach;

import org.jspecify.annotations.NullMarked;
