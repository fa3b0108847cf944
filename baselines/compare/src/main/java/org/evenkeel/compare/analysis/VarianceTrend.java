package org.evenkeel.compare.analysis;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How far benchmarks of one metric move from session to session, by how much their forks differ: the log variance of
 * sessions as a line over the log variance of forks, and how closely benchmarks keep to it.
 *
 * <p>Benchmarks differ in their noise a hundredfold, and what all of them have in common says little of one. But one whose forks
 * differ much also moves much between sessions, so that the line says a good deal more, as in the analysis of gene expression,
 * where the variance follows the abundance (Law et al. 2014, doi:10.1186/gb-2014-15-2-r29).
 *
 * @param intercept log variance of sessions where the log variance of forks is 0
 * @param slope from 0, sessions move whatever forks do, to 1, in proportion
 * @param quietest least log variance of forks that the line was fitted to
 * @param loudest greatest of them; beyond both ends the line goes on level
 * @param degreesOfFreedom how closely benchmarks keep to it, as that of a {@link VariancePrior}
 */
record VarianceTrend(double intercept, double slope, double quietest, double loudest, double degreesOfFreedom) {

    /** So few benchmarks cannot show a line. */
    private static final int FEWEST_FOR_A_LINE = 8;

    /**
     * What sessions of one benchmark have shown.
     *
     * @param sessions variance of their means
     * @param forks variance of forks within them, moderated; above 0
     */
    record Point(Variance sessions, double forks) {

        private double logForks() {
            return Math.log(forks);
        }
    }

    /**
     * The line through benchmarks of which sessions are known.
     *
     * @return empty when they are too few to learn from
     */
    static Optional<VarianceTrend> fit(List<Point> known) {
        if (known.size() < VariancePrior.FEWEST_BENCHMARKS) {
            return Optional.empty();
        }
        SimpleRegression line = new SimpleRegression();
        known.forEach(point -> line.addData(point.logForks(), VariancePrior.centredLog(point.sessions())));
        double steepness = known.size() < FEWEST_FOR_A_LINE ? 0 : line.getSlope();
        // NaN where all forks differ alike.
        double slope = steepness > 0 ? Math.min(steepness, 1) : 0;
        double quietest = known.stream().mapToDouble(Point::logForks).min().orElseThrow();
        double loudest = known.stream().mapToDouble(Point::logForks).max().orElseThrow();
        VariancePrior level = VariancePrior.fit(known.stream()
                .map(point -> point.sessions().times(Math.exp(-slope * point.logForks())))
                .toList());
        return Optional.of(
                new VarianceTrend(Math.log(level.variance()), slope, quietest, loudest, level.degreesOfFreedom()));
    }

    /** What is to be expected of sessions of a benchmark whose forks have a variance above 0. */
    VariancePrior at(double forks) {
        double logForks = Math.min(Math.max(Math.log(forks), quietest), loudest);
        return new VariancePrior(Math.exp(intercept + slope * logForks), degreesOfFreedom);
    }
}
