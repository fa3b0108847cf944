/** {@code scripts/check}, the main job: times in turn with the baseline's own code, exact metrics, leak checks, one report. */
@NullMarked
package org.evenkeel.suite.check;

import org.jspecify.annotations.NullMarked;
