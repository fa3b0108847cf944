package org.evenkeel.suite.profile.analysis;

import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.profile.samples.ForkFacts;

/**
 * What profiling itself costs: how much slower operations are with it, as a fraction of one.
 *
 * @param relativeChange of the time per operation, 0.05 for 5 % slower
 * @param interval that holds the true one with 95 % confidence; empty for fewer than two forks
 */
public record Cost(double relativeChange, Optional<Interval> interval) {

    /** From forks that ran in turn; empty when there are none of one kind. */
    public static Optional<Cost> of(List<ForkFacts> plain, List<ForkFacts> profiled) {
        if (plain.isEmpty() || profiled.isEmpty()) {
            return Optional.empty();
        }
        Mean difference = Mean.difference(logTimes(plain), logTimes(profiled));
        return Optional.of(new Cost(
                Math.expm1(difference.value()),
                difference
                        .interval()
                        .map(log -> new Interval(
                                Math.expm1(log.lower()), Math.expm1(log.upper()), log.confidenceLevel()))));
    }

    private static double[] logTimes(List<ForkFacts> forks) {
        return forks.stream()
                .mapToDouble(fork -> -Math.log(fork.operationsPerSecond()))
                .toArray();
    }
}
