package org.evenkeel.compare.verdict;

/**
 * What forks that were measured in turn exclude, whatever their verdict.
 *
 * @param slowdown as a relative change, at least 0: one of so much or more is not there, in 99 % of cases
 * @param share of forks, above 0 and at most 1: had so many been slow, one would have been among those measured in 95 % of cases. Of
 *     forks that are slow less often nothing is said, since none may have been seen
 */
public record Excluded(double slowdown, double share) {

    /** How often {@link #slowdown} may be exceeded. */
    public static final double ALPHA = 0.01;

    private static final double UNSEEN = 0.05;

    public Excluded {
        if (!(slowdown >= 0) || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("excludes a slowdown of " + slowdown + " and a share of " + share);
        }
    }

    /** What so many forks a side exclude, at least one. */
    public static Excluded of(double slowdown, int forks) {
        return new Excluded(Math.max(0, slowdown), 1 - Math.pow(UNSEEN, 1.0 / forks));
    }
}
