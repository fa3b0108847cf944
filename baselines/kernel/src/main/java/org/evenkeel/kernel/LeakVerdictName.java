package org.evenkeel.kernel;

/** What the leak checker answers, by the name that stands in {@code leakcheck.json}; scripts rely on it. */
public enum LeakVerdictName {
    /** Nothing grows. */
    STEADY,
    /** Something grows. */
    GROWING,
    /** The evidence does not decide. */
    INCONCLUSIVE,
    /** The workload broke. */
    INVALID
}
