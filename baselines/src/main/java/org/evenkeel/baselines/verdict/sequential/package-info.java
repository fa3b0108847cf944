/** Verdicts on benchmarks whose two sides are measured in turn, given as soon as they are sure. */
@NullMarked
package org.evenkeel.baselines.verdict.sequential;

import org.jspecify.annotations.NullMarked;
