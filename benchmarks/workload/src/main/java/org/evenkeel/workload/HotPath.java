package org.evenkeel.workload;

import java.util.List;
import java.util.Optional;

/**
 * A code path that many threads enter at once, as a provider that {@link java.util.ServiceLoader} finds.
 *
 * <p>The provider itself is cheap and stateless: it says what the path is called and what can be set, and builds the
 * state on {@link #open}.
 */
public interface HotPath {

    /** Name on the command line and in every result: lower-case letters, digits and hyphens, starting with a letter. */
    String name();

    /** What one request does, in one line without a full stop. */
    String summary();

    /** What can be set, in the order in which help shows it. Names are unique. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Builds the state of this path; called once per JVM and measurement.
     *
     * @param arguments a checked value for each of {@link #parameters}
     * @param invariants where the workload reports what it finds broken, from any thread, for as long as it lives
     * @throws Exception when the state cannot be built; the message tells the user what to do
     */
    Workload open(Arguments arguments, Invariants invariants) throws Exception;

    /**
     * Builds state to be weighed; the same arguments always give state of the same size. Empty, which is the default, for
     * a path that keeps nothing for its items.
     *
     * @param arguments a checked value for each of {@link #parameters}
     * @throws Exception when the state cannot be built; the message tells the user what to do
     */
    default Optional<Footprint> footprint(Arguments arguments) throws Exception {
        return Optional.empty();
    }

    /**
     * Whether this path exists to prove the measuring tools rather than to be measured. Such a path runs only when it is
     * asked for by name.
     */
    default boolean calibration() {
        return false;
    }
}
