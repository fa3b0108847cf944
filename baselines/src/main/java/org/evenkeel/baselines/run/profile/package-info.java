/** Runs profiled forks, and reads back what they left. */
@NullMarked
package org.evenkeel.baselines.run.profile;

import org.jspecify.annotations.NullMarked;
