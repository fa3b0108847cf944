package org.evenkeel.compare.samples;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the iterations of a series lie.
 *
 * @param all where nearly all of them lie, of all forks together
 * @param widestFork from end to end of that fork whose own lie furthest from each other, in the unit of the series; 0 where forks
 *     have one each
 * @param errorOfFork standard error of the logarithm of a fork's mean by its own iterations, the root mean square of all forks; 0 where
 *     they have one each, or no logarithm
 * @param iterations of the fork with the fewest
 */
record Scatter(Spread all, double widestFork, double errorOfFork, int iterations) {

    /** Of the iterations of each fork, at least one fork with at least one. */
    static Scatter of(List<double[]> forks) {
        return new Scatter(
                Spread.of(forks.stream().flatMapToDouble(DoubleStream::of).toArray()),
                forks.stream()
                        .mapToDouble(fork -> Spread.of(fork).width())
                        .max()
                        .orElseThrow(),
                Math.sqrt(forks.stream()
                        .mapToDouble(Scatter::squaredError)
                        .average()
                        .orElseThrow()),
                forks.stream().mapToInt(fork -> fork.length).min().orElseThrow());
    }

    /** Of forks of which nothing else is known. */
    static Scatter ofForks(double[] forks) {
        return of(DoubleStream.of(forks).mapToObj(fork -> new double[] {fork}).toList());
    }

    /** Both together. */
    Scatter with(Scatter other) {
        return new Scatter(
                all.with(other.all),
                Math.max(widestFork, other.widestFork),
                Math.sqrt((errorOfFork * errorOfFork + other.errorOfFork * other.errorOfFork) / 2),
                Math.min(iterations, other.iterations));
    }

    Scatter times(double factor) {
        return new Scatter(
                new Spread(all.low() * factor, all.high() * factor), widestFork * factor, errorOfFork, iterations);
    }

    private static double squaredError(double[] fork) {
        if (fork.length < 2
                || !DoubleStream.of(fork).allMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY)) {
            return 0;
        }
        double mean = DoubleStream.of(fork).map(Math::log).sum() / fork.length;
        double squares = DoubleStream.of(fork)
                .map(Math::log)
                .map(log -> (log - mean) * (log - mean))
                .sum();
        return squares / (fork.length - 1) / fork.length;
    }
}
