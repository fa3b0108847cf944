/**
 * From stacks to what one operation costs in each frame.
 *
 * <p>A profiler's own estimate is not taken for a size where something better is known. How processor time spreads over
 * frames comes from the samples, how much it is from the operating system; how a caller's time spreads comes from the
 * samples, how much it is from the clock. Timers of the kernel tick at their own rate, and a sample that was lost would
 * otherwise make the code look faster. Bytes and waiting times are added up as they were recorded.
 */
@NullMarked
package org.evenkeel.suite.profile.analysis;

import org.jspecify.annotations.NullMarked;
