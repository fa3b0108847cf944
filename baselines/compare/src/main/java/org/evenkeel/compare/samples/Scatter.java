package org.evenkeel.compare.samples;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the iterations of a series lie.
 *
 * @param all where nearly all of them lie, of all forks together
 * @param errorOfFork standard error of the logarithm of a fork's mean by its own iterations, the root mean square of all forks; 0 where
 *     they have one each, or no logarithm
 * @param iterations of the fork with the fewest
 */
record Scatter(Spread all, double errorOfFork, int iterations) {

    /** Of the iterations of each fork, at least one fork with at least one. */
    static Scatter of(List<double[]> forks) {
        double squares = 0;
        int fewest = Integer.MAX_VALUE;
        for (double[] fork : forks) {
            squares += squaredError(fork);
            fewest = Math.min(fewest, fork.length);
        }
        return new Scatter(
                Spread.of(forks.stream().flatMapToDouble(DoubleStream::of).toArray()),
                Math.sqrt(squares / forks.size()),
                fewest);
    }

    private static double squaredError(double[] fork) {
        if (fork.length < 2) {
            return 0;
        }
        double[] logs = new double[fork.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            if (!(fork[i] > 0 && fork[i] < Double.POSITIVE_INFINITY)) {
                return 0;
            }
            logs[i] = Math.log(fork[i]);
            sum += logs[i];
        }
        double mean = sum / logs.length;
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        return squares / (fork.length - 1) / fork.length;
    }
}
