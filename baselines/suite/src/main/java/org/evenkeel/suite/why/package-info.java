/** {@code why}: which frame made a benchmark worse, and which edit. */
@NullMarked
package org.evenkeel.suite.why;

import org.jspecify.annotations.NullMarked;
