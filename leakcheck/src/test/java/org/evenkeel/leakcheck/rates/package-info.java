/** Measures how often the checker is right, and how fast: a benchmark over the specimens, not a test. */
@NullMarked
package org.evenkeel.leakcheck.rates;

import org.jspecify.annotations.NullMarked;
