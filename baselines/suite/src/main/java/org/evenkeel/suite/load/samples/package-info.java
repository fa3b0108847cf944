/** What a load run saw, as immutable values: curves by the second, and for each phase and task its counts and its histograms. */
@NullMarked
package org.evenkeel.suite.load.samples;

import org.jspecify.annotations.NullMarked;
