package org.evenkeel.compare.verdict;

import org.evenkeel.compare.samples.Identity;

/**
 * What became of an objective in one row.
 *
 * @param objective what was asked
 * @param identity of the row
 * @param value what was found, in the objective's unit
 * @param met whether the value keeps to the limit, or to what is acceptable beyond it
 */
public record ObjectiveResult(Objective objective, Identity identity, double value, boolean met) {

    /** How good the value is. */
    public Objective.Grade grade() {
        return objective.grade(value);
    }
}
