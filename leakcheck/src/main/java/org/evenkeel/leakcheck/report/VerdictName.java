package org.evenkeel.leakcheck.report;

import org.evenkeel.leakcheck.verdict.Verdict;

/** The verdict's name in results; scripts rely on it. */
public enum VerdictName {
    /** Nothing grows. */
    STEADY,
    /** Something grows. */
    GROWING,
    /** The evidence does not decide. */
    INCONCLUSIVE,
    /** The workload broke. */
    INVALID;

    /** The name of a verdict. */
    public static VerdictName of(Verdict verdict) {
        if (verdict instanceof Verdict.Steady) {
            return STEADY;
        }
        if (verdict instanceof Verdict.Growing) {
            return GROWING;
        }
        return verdict instanceof Verdict.Invalid ? INVALID : INCONCLUSIVE;
    }
}
