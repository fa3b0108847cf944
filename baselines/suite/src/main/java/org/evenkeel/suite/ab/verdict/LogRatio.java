package org.evenkeel.suite.ab.verdict;

/**
 * What one block says: the log ratio of its two forks, positive where the current side is worse.
 *
 * @param middle of the middle half of their iterations
 * @param mean of all of them
 */
public record LogRatio(double middle, double mean) {

    /** Had the current side been slower by a part of its time, 0.05 for 5 %. */
    public LogRatio slowedBy(double slowdown) {
        return new LogRatio(middle + Math.log1p(slowdown), mean + Math.log1p(slowdown));
    }

    /** Had the sides changed places. */
    public LogRatio swapped() {
        return new LogRatio(-middle, -mean);
    }
}
