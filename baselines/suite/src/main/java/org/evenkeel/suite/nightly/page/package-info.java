/** A history as one page that opens from a file: every benchmark's line, its alarms, change points and commits. */
@NullMarked
package org.evenkeel.suite.nightly.page;

import org.jspecify.annotations.NullMarked;
