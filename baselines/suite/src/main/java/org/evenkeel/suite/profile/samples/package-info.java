/** Stacks that a profiler sampled, fork by fork, and what they stand for. */
@NullMarked
package org.evenkeel.suite.profile.samples;

import org.jspecify.annotations.NullMarked;
