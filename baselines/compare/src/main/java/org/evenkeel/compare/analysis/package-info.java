/**
 * What two sets of sessions say about one metric: how far apart they are, how sure that is, and what would make it surer.
 *
 * <p>The unit of replication is the fork, and above it the session. Each benchmark has too few of either to know its own
 * noise (two or three forks, one session), so every variance here is <em>moderated</em>: shrunk towards what the other
 * benchmarks of the same metric show, as far as those agree (Smyth 2004, doi:10.2202/1544-6115.1027). It costs a
 * benchmark whose noise is unlike the others' a few comparisons of its own before it is believed.
 *
 * <p>Times are compared on the log scale, where a change is a difference, a slowdown and the speed-up that undoes it are
 * the same number with another sign, and a unit drops out.
 */
@NullMarked
package org.evenkeel.compare.analysis;

import org.jspecify.annotations.NullMarked;
