package org.evenkeel.suite.nightly.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * A benchmark that got worse.
 *
 * @param run the night on which it did; of a drift, the night on which it had become clear
 * @param raisedInRun the night after which somebody could know it
 * @param identity of the benchmark
 * @param kind how it got worse
 * @param relativeChange how much, positive is worse, 0.05 is 5 %; infinite where there was nothing before
 * @param absoluteChange the same of an exact metric, in its unit; empty for times
 * @param night that of {@code run}; empty where nobody gave it
 */
public record Alarm(
        int run,
        int raisedInRun,
        Identity identity,
        Kind kind,
        double relativeChange,
        OptionalDouble absoluteChange,
        Optional<Night> night) {

    /** An alarm of which no more is known. */
    public Alarm(int run, int raisedInRun, Identity identity, Kind kind, double relativeChange) {
        this(run, raisedInRun, identity, kind, relativeChange, OptionalDouble.empty(), Optional.empty());
    }

    /** How something gets worse. */
    public enum Kind {
        /** From one night to the next. */
        STEP,
        /** A little every week. */
        DRIFT
    }
}
