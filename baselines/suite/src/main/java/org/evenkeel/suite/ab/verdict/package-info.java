/** Verdicts on benchmarks whose two sides are measured in turn, given as soon as they are sure. */
@NullMarked
package org.evenkeel.suite.ab.verdict;

import org.jspecify.annotations.NullMarked;
