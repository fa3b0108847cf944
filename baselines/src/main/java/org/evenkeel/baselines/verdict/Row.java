package org.evenkeel.baselines.verdict;

import java.util.OptionalDouble;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;

/**
 * One metric of one benchmark, with its verdict.
 *
 * @param metric what its numbers mean
 * @param base the baseline's centre, in the metric's unit
 * @param current the present session's
 */
public record Row(Identity identity, Metric metric, OptionalDouble base, OptionalDouble current, Verdict verdict) {

    /** Whether its being inconclusive makes the whole comparison so. */
    boolean leavesOpen() {
        return verdict instanceof Verdict.Inconclusive open && !open.setAside();
    }

    /** Whether something was found out about it. */
    boolean isDecided() {
        return verdict instanceof Verdict.Regressed
                || verdict instanceof Verdict.Improved
                || verdict instanceof Verdict.Equivalent;
    }
}
