package org.evenkeel.leakcheck.report;

import org.evenkeel.leakcheck.verdict.LeakVerdict;

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
    public static VerdictName of(LeakVerdict verdict) {
        if (verdict instanceof LeakVerdict.Steady) {
            return STEADY;
        }
        if (verdict instanceof LeakVerdict.Growing) {
            return GROWING;
        }
        return verdict instanceof LeakVerdict.Invalid ? INVALID : INCONCLUSIVE;
    }
}
