/** What a series of samples says: trends, intervals and the tests behind them, as pure functions of immutable values. */
@NullMarked
package org.evenkeel.leakcheck.analysis;

import org.jspecify.annotations.NullMarked;
