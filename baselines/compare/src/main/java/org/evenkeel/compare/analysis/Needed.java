package org.evenkeel.compare.analysis;

import java.util.OptionalInt;

/**
 * How much measuring would settle what is open, should the estimate stay where it is.
 *
 * @param sessions per side; empty when sessions of their own are not the limit, or no reasonable number would do
 * @param forks per side, over all its sessions; empty when no reasonable number would do
 */
public record Needed(OptionalInt sessions, OptionalInt forks) {

    /** Nobody runs more than this. */
    private static final double MOST = 10_000;

    /** Nothing would settle it. */
    public static final Needed UNKNOWN = new Needed(OptionalInt.empty(), OptionalInt.empty());

    /**
     * What a comparison of times needs.
     *
     * @param forksPerSession how many forks a session has now
     */
    static Needed of(TimeComparison comparison, double decisiveStandardError, double forksPerSession) {
        double variance = decisiveStandardError * decisiveStandardError;
        double sessions = Math.ceil(2 * comparison.sessionVariance() / variance);
        double forks = Math.ceil(Math.max(2 * comparison.forkVariance() / variance, sessions * forksPerSession));
        if (!(forks <= MOST)) {
            return UNKNOWN;
        }
        return new Needed(
                sessions > 1 ? OptionalInt.of((int) sessions) : OptionalInt.empty(),
                OptionalInt.of(Math.max(2, (int) forks)));
    }

    /** The same, from what was compared and what it says. */
    public static Needed of(TimeComparison comparison, Reading reading, Side current) {
        double forksPerSession = Math.max(1, (double) current.forkCount() / current.sessionCount());
        return of(comparison, reading.decisiveStandardError(), forksPerSession);
    }

    /** What a comparison of exact metrics needs. */
    public static Needed ofForks(double forkVariance, double decisiveStandardError) {
        double forks = Math.ceil(2 * forkVariance / (decisiveStandardError * decisiveStandardError));
        return forks <= MOST ? new Needed(OptionalInt.empty(), OptionalInt.of(Math.max(2, (int) forks))) : UNKNOWN;
    }
}
