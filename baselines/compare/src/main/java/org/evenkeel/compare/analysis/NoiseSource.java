package org.evenkeel.compare.analysis;

/** What decided how wide an interval is. */
public enum NoiseSource {
    /** The spread of the forks that were compared. */
    FORKS,
    /** What sessions of unchanged code have shown. */
    HISTORY,
    /** Nothing is known about sessions of unchanged code: an assumption. */
    ASSUMED
}
