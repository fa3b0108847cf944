package org.evenkeel.baselines.verdict;

import org.evenkeel.baselines.samples.Identity;

/**
 * What became of an objective in one row.
 *
 * @param objective what was asked
 * @param identity of the row
 * @param value what was found, in the objective's unit
 * @param met whether the value keeps to the limit
 */
public record ObjectiveResult(Objective objective, Identity identity, double value, boolean met) {}
