/**
 * Profiles of measured work: async-profiler, switched on by JMH's own {@code -prof} after the warm-up and off before the
 * tear-down.
 *
 * <p>The profiler that JMH brings asks for a native library to be installed; here it comes inside the jar. It also keeps
 * what JMH's does not: how many operations, how much processor time and how much wall time the samples stand for, so that
 * samples can be turned into nanoseconds and bytes per operation. {@code scripts/profile} does that.
 */
@NullMarked
package org.evenkeel.jmh.profile;

import org.jspecify.annotations.NullMarked;
