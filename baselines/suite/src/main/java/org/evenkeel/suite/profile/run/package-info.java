/** Runs profiled forks, and reads back what they left. */
@NullMarked
package org.evenkeel.suite.profile.run;

import org.jspecify.annotations.NullMarked;
