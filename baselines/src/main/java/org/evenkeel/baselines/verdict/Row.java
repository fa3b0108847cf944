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
 * @param gated whether anything follows from the verdict; rows that a project's rules take out are only shown
 */
public record Row(
        Identity identity, Metric metric, OptionalDouble base, OptionalDouble current, Verdict verdict, boolean gated) {

    /** A row that counts. */
    Row(Identity identity, Metric metric, OptionalDouble base, OptionalDouble current, Verdict verdict) {
        this(identity, metric, base, current, verdict, true);
    }

    /** The same row, which does not count. */
    Row ungated() {
        return new Row(identity, metric, base, current, verdict, false);
    }

    /** Whether its being inconclusive makes the whole comparison so. */
    public boolean leavesOpen() {
        return gated && verdict instanceof Verdict.Inconclusive open && !open.setAside();
    }

    /** Whether it fails the comparison. */
    public boolean fails() {
        return gated && (verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Invalid);
    }

    /** Whether something was found out about it. */
    boolean isDecided() {
        return gated
                && (verdict instanceof Verdict.Regressed
                        || verdict instanceof Verdict.Improved
                        || verdict instanceof Verdict.Equivalent);
    }
}
