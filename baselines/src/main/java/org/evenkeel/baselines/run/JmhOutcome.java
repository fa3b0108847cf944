package org.evenkeel.baselines.run;

import java.nio.file.Path;

/** What came of running one benchmark. */
public sealed interface JmhOutcome {

    /**
     * All forks ended well.
     *
     * @param result JMH's JSON: an array with this benchmark
     */
    record Measured(Path result) implements JmhOutcome {}

    /**
     * A fork broke an invariant, failed, or hung. There is no number.
     *
     * @param reason what happened, for people
     */
    record Broken(String reason) implements JmhOutcome {}
}
