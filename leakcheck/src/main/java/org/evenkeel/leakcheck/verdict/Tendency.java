package org.evenkeel.leakcheck.verdict;

/** What a series does, as far as the evidence goes. */
public enum Tendency {
    /** It does not grow by more than can be resolved. */
    STEADY,
    /** It grows, and does not stop. */
    GROWING,
    /** Neither is shown yet. */
    UNDECIDED
}
