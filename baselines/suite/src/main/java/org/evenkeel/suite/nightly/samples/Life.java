package org.evenkeel.suite.nightly.samples;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;

/**
 * One metric of one benchmark through the nights; a night on which it was not measured is not in it.
 *
 * @param identity of the benchmark
 * @param metric what its numbers mean
 * @param points in the order of the nights
 */
public record Life(Identity identity, Metric metric, List<Point> points) {

    public Life {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).night() <= points.get(i - 1).night()) {
                throw new IllegalArgumentException(identity + " goes back from night "
                        + points.get(i - 1).night() + " to "
                        + points.get(i).night());
            }
        }
    }

    /**
     * One night of it.
     *
     * @param night index of the night in its history, from 0
     * @param forks one number per fork, each finite and not below 0, at least one; only exact metrics may be 0
     */
    public record Point(int night, List<Double> forks) {

        public Point {
            forks = List.copyOf(forks);
            if (forks.isEmpty()) {
                throw new IllegalArgumentException("expected at least one fork, found none");
            }
            for (double fork : forks) {
                if (!(fork >= 0 && fork < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "expected forks that are finite and not below 0, found " + forks);
                }
            }
        }

        /** The arithmetic mean of the forks. */
        double mean() {
            double sum = 0;
            for (double fork : forks) {
                sum += fork;
            }
            return sum / forks.size();
        }

        /** The largest of the forks less the smallest. */
        double range() {
            return Collections.max(forks) - Collections.min(forks);
        }

        /** The geometric mean of the forks. */
        public double value() {
            return Math.exp(logMean());
        }

        private double logMean() {
            double sum = 0;
            for (double fork : forks) {
                sum += Math.log(fork);
            }
            return sum / forks.size();
        }
    }

    /** The logarithm of each night's value, turned so that more is worse: 0.1 is about a tenth slower. */
    public double[] badness() {
        return points.stream()
                .mapToDouble(point -> metric.direction().worsening(point.logMean()))
                .toArray();
    }

    /** Each night's mean in the metric's own unit, turned so that more is worse. */
    public double[] amounts() {
        return points.stream()
                .mapToDouble(point -> metric.direction().worsening(point.mean()))
                .toArray();
    }

    /** How far the forks of each night lie apart, in the metric's own unit. */
    public double[] ranges() {
        return points.stream().mapToDouble(Point::range).toArray();
    }

    /** Each night's value in the metric's own unit. */
    public double[] values() {
        return DoubleStream.of(badness())
                .map(bad -> Math.exp(metric.direction().worsening(bad)))
                .toArray();
    }
}
