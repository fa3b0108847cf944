/**
 * Interleaved forks, looked at several times while they come in.
 *
 * <p>Whoever looks until something is significant finds something: with nine looks at 5 % each, one of five unchanged
 * benchmarks would be called changed. So the looks are planned, each gets its share of the error that is allowed, and
 * between two looks nothing is decided. A share is paid whether the looks agree or not (Bonferroni), which needs no
 * model of how they hang together and costs little: with nine looks the bounds are about 5 % wider than the best possible ones.
 */
@NullMarked
package org.evenkeel.suite.ab.analysis;

import org.jspecify.annotations.NullMarked;
