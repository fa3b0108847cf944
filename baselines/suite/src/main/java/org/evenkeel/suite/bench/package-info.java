/** {@code scripts/bench}: measures, and compares with nothing. */
@NullMarked
package org.evenkeel.suite.bench;

import org.jspecify.annotations.NullMarked;
