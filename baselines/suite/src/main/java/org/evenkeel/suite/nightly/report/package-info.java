/** A history and its verdicts for people and for scripts. */
@NullMarked
package org.evenkeel.suite.nightly.report;

import org.jspecify.annotations.NullMarked;
