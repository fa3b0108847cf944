package org.evenkeel.baselines.verdict.history;

import org.evenkeel.baselines.samples.Identity;

/**
 * A benchmark that got worse.
 *
 * @param run the night on which it did; of a drift, the night on which it had become clear
 * @param raisedInRun the night after which somebody could know it
 * @param identity of the benchmark
 * @param kind how it got worse
 * @param relativeChange how much, positive is worse, 0.05 is 5 %
 */
public record Alarm(int run, int raisedInRun, Identity identity, Kind kind, double relativeChange) {

    /** How something gets worse. */
    public enum Kind {
        /** From one night to the next. */
        STEP,
        /** A little every week. */
        DRIFT
    }
}
