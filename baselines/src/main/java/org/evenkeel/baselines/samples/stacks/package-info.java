/** Stacks that a profiler sampled, fork by fork, and what they stand for. */
@NullMarked
package org.evenkeel.baselines.samples.stacks;

import org.jspecify.annotations.NullMarked;
