package org.evenkeel.baselines.samples;

import java.util.Optional;
import org.evenkeel.leakcheck.analysis.Interval;

/**
 * What the leak checker found about one workload.
 *
 * @param identity the workload as a row; its metric is {@code leak.rate}
 * @param verdict the checker's own
 * @param bytesPerOperation the estimate, where there is one
 * @param interval its bounds, where there are any
 */
public record LeakResult(
        Identity identity, Verdict verdict, Optional<Double> bytesPerOperation, Optional<Interval> interval) {

    /** What the leak checker says; the names are those of its JSON. */
    public enum Verdict {
        STEADY,
        GROWING,
        INCONCLUSIVE,
        INVALID
    }
}
