package org.evenkeel.compare.samples;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.LeakVerdictName;

/**
 * What the leak checker found about one workload.
 *
 * @param identity the workload as a row; its metric is {@code leak.rate}
 * @param verdict the checker's own
 * @param bytesPerOperation the estimate, where there is one
 * @param interval its bounds, where there are any
 */
public record LeakResult(
        Identity identity, LeakVerdictName verdict, Optional<Double> bytesPerOperation, Optional<Interval> interval) {

    /** The secondary result of JMH in which the leak checker's profiler gives its verdict: 1 for growing, 0 for steady. */
    static final String JMH_VERDICT = "leak.verdict";

    /** What that profiler found in the forks of a benchmark: growth in one is growth, and steady is what is so in all. */
    static LeakResult of(Series verdicts, Optional<Series> rate) {
        double[] forks = verdicts.forks();
        LeakVerdictName verdict = Arrays.stream(forks).anyMatch(fork -> fork == 1)
                ? LeakVerdictName.GROWING
                : Arrays.stream(forks).allMatch(fork -> fork == 0)
                        ? LeakVerdictName.STEADY
                        : LeakVerdictName.INCONCLUSIVE;
        return new LeakResult(
                verdicts.identity().withMetric(Metric.LEAK_RATE),
                verdict,
                rate.filter(Series::isFinite).map(Series::median),
                Optional.empty());
    }
}
