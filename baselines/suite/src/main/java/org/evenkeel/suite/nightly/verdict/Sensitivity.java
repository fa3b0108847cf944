package org.evenkeel.suite.nightly.verdict;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How far above its level a night has to be to be suspect.
 *
 * @param deviations robust standard deviations that it has to lie above
 */
record Sensitivity(double deviations) {

    /** Least slowdown that is anybody's business, on the log scale. */
    private static final double LEAST = 0.03;

    /** What two nights in a row did already by themselves has to be passed by this factor. */
    private static final double BEYOND_WORST_PAIR = 1.25;

    /** The worst night of the reference may be an outlier, and would hide a slowdown for as long as it is in there. */
    private static final int OUTLIERS_ALLOWED = 1;

    /** The spread of few nights is itself uncertain: of ten nights' by three tenths, of forty's by less than a tenth. */
    private static final double FEW_NIGHTS = 3;

    /** How often a suite of normal noise may raise an alarm in one night. Real noise does so about ten times as often. */
    private static final double ALPHA = 0.002;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** For a suite of so many benchmarks: each of two nights exceeds it with the root of the share of each benchmark. */
    static Sensitivity of(int benchmarks) {
        return new Sensitivity(NORMAL.inverseCumulativeProbability(1 - Math.sqrt(ALPHA / Math.max(1, benchmarks))));
    }

    /**
     * The least deviation above the level that is suspect.
     *
     * @param residuals what nights of the reference deviated from their level, at least 1
     */
    double above(Window residuals) {
        int last = residuals.size() - 1;
        double pair = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= last; i++) {
            pair = Math.max(pair, Math.min(residuals.get(i - 1), residuals.get(i)));
        }
        return limit(residuals, residuals.ranked(last - Math.min(OUTLIERS_ALLOWED, last)), pair);
    }

    /** The same below the level; above 0 as well. */
    double below(Window residuals) {
        int last = residuals.size() - 1;
        double pair = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= last; i++) {
            pair = Math.min(pair, Math.max(residuals.get(i - 1), residuals.get(i)));
        }
        return limit(residuals, -residuals.ranked(Math.min(OUTLIERS_ALLOWED, last)), -pair);
    }

    private double limit(Window residuals, double night, double pair) {
        double spread = deviations * (1 + FEW_NIGHTS / residuals.size()) * residuals.deviation();
        return Math.max(Math.max(LEAST, spread), Math.max(night, BEYOND_WORST_PAIR * pair));
    }
}
