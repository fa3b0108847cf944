package org.evenkeel.suite.ab.analysis;

import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.kernel.Interval;

/**
 * What the blocks up to a planned look say of the log ratio of the two sides, positive being worse.
 *
 * @param blocks how many were looked at
 * @param estimate the mean log ratio with its standard error
 * @param interval that holds the true one; all looks of all benchmarks together miss it no more often than was allowed
 */
public record Look(int blocks, Estimate estimate, Interval interval) {}
