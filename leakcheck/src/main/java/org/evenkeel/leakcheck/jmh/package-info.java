/** The leak checker as a profiler of JMH. Of Evenkeel it takes this module only, and no change to the benchmarks. */
@NullMarked
package org.evenkeel.leakcheck.jmh;

import org.jspecify.annotations.NullMarked;
