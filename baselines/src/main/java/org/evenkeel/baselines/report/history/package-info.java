/** A history and its verdicts for people and for scripts. */
@NullMarked
package org.evenkeel.baselines.report.history;

import org.jspecify.annotations.NullMarked;
