/** {@code scripts/check --self-test}: faults of known size, and whether each gate finds its own. */
@NullMarked
package org.evenkeel.suite.check.selftest;

import org.jspecify.annotations.NullMarked;
