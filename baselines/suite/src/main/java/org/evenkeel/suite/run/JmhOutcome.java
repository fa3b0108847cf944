package org.evenkeel.suite.run;

import java.nio.file.Path;
import java.util.Optional;

/** What came of running one benchmark. */
public sealed interface JmhOutcome {

    /** Why there is no number; empty when there is one. */
    default Optional<String> reason() {
        if (this instanceof Broken broken) {
            return Optional.of(broken.why());
        }
        return this instanceof Unfinished unfinished ? Optional.of(unfinished.why()) : Optional.empty();
    }

    /**
     * All forks ended well.
     *
     * @param result JMH's JSON: an array with this benchmark
     */
    record Measured(Path result) implements JmhOutcome {}

    /**
     * A fork broke an invariant, failed, or hung. There is no number.
     *
     * @param why what happened, for people
     */
    record Broken(String why) implements JmhOutcome {}

    /**
     * It was ended before its time for no fault of its own: it waited for another JVM, or was at work when the budget was
     * spent. There is no number.
     *
     * @param why what happened, for people
     */
    record Unfinished(String why) implements JmhOutcome {}
}
