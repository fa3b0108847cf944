package org.evenkeel.compare.verdict;

import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;

/**
 * One metric of one benchmark, with its verdict.
 *
 * @param metric what its numbers mean
 * @param base the baseline's centre, in the metric's unit
 * @param current the present session's
 * @param gated whether anything follows from the verdict; rows that a project's rules take out are only shown
 * @param shared whether it moved no more than all times did together, by as much as two days of one machine may differ
 */
public record Row(
        Identity identity,
        Metric metric,
        OptionalDouble base,
        OptionalDouble current,
        Verdict verdict,
        boolean gated,
        boolean shared) {

    /** A row that moved by itself. */
    public Row(
            Identity identity,
            Metric metric,
            OptionalDouble base,
            OptionalDouble current,
            Verdict verdict,
            boolean gated) {
        this(identity, metric, base, current, verdict, gated, false);
    }

    /** A row that counts. */
    Row(Identity identity, Metric metric, OptionalDouble base, OptionalDouble current, Verdict verdict) {
        this(identity, metric, base, current, verdict, true);
    }

    /** The same row, which does not count. */
    Row ungated() {
        return new Row(identity, metric, base, current, verdict, false, shared);
    }

    /** The same row with another verdict. */
    Row with(Verdict other) {
        return new Row(identity, metric, base, current, other, gated, shared);
    }

    /** The same row, which moved as all others did. */
    Row asAllOthers() {
        return new Row(identity, metric, base, current, verdict, gated, true);
    }

    /** Whether its being inconclusive makes the whole comparison so. */
    public boolean leavesOpen() {
        return gated
                && ((verdict instanceof Verdict.Inconclusive open && !open.setAside())
                        || (shared && verdict instanceof Verdict.Regressed));
    }

    /** Whether it fails the comparison. */
    public boolean fails() {
        return gated && !shared && (verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Invalid);
    }

    /** Whether something was found out about it. */
    boolean isDecided() {
        return gated
                && (verdict instanceof Verdict.Regressed
                        || verdict instanceof Verdict.Improved
                        || verdict instanceof Verdict.Equivalent);
    }
}
