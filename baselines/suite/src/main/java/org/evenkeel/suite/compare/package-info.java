/** {@code scripts/compare}: the comparer as a command, and its self-test. */
@NullMarked
package org.evenkeel.suite.compare;

import org.jspecify.annotations.NullMarked;
