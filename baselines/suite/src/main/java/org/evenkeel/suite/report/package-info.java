/** The report of a run, whichever command made it: what was compared, how each path was judged, what is wrong and what to do next. */
@NullMarked
package org.evenkeel.suite.report;

import org.jspecify.annotations.NullMarked;
