/** Carries a plan out: child JVMs, the folder of a run, and the progress that somebody watches meanwhile. */
@NullMarked
package org.evenkeel.suite.run;

import org.jspecify.annotations.NullMarked;
