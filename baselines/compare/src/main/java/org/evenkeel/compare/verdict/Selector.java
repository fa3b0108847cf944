package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.Identity;

/**
 * Which rows a rule is about.
 *
 * @param benchmark is found in the row's line, such as {@code Json.parse(size=10) thrpt t=4}, or in its full name
 * @param mode the row's mode; empty for any
 * @param threads the row's thread count; empty for any
 * @param metric the row's metric; empty for any
 */
public record Selector(Pattern benchmark, Optional<String> mode, OptionalInt threads, Optional<String> metric) {

    /** Whether the rule is about this row. */
    public boolean selects(Identity identity) {
        return selectsBenchmark(identity)
                && metric.map(identity.metric()::equals).orElse(true);
    }

    private boolean selectsBenchmark(Identity identity) {
        return mode.map(identity.mode()::equals).orElse(true)
                && (threads.isEmpty() || threads.getAsInt() == identity.threads())
                && (benchmark.matcher(identity.label()).find()
                        || benchmark.matcher(identity.benchmark()).find());
    }

    @Override
    public String toString() {
        return "/" + benchmark + "/" + mode.map(m -> " " + m).orElse("")
                + (threads.isPresent() ? " t=" + threads.getAsInt() : "")
                + metric.map(m -> " " + m).orElse("");
    }
}
