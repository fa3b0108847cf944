package org.evenkeel.suite.profile.samples;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;

/**
 * What the samples of a fork stand for.
 *
 * @param engine how it was sampled, such as {@code ctimer}; empty when nothing was sampled
 * @param failure why nothing could be sampled, if so
 * @param instead why async-profiler could not sample, where the recorder of the JDK did it instead
 * @param threads callers
 * @param operations made while it was sampled, above 0
 * @param elapsedNanos length of that time, above 0
 * @param cpuNanos processor time of the whole JVM in that time; 0 where the JVM does not tell
 */
public record ForkFacts(
        String engine,
        Optional<String> failure,
        Optional<String> instead,
        int threads,
        long operations,
        long elapsedNanos,
        long cpuNanos) {

    public ForkFacts {
        if (threads < 1 || operations < 1 || elapsedNanos < 1 || cpuNanos < 0) {
            throw new IllegalArgumentException("a fork has a caller, operations and a length");
        }
    }

    /**
     * Reads lines {@code name=value}.
     *
     * @param name of the file, for messages
     * @throws BadInputException when something is missing
     */
    public static ForkFacts parse(String name, String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        try {
            return new ForkFacts(
                    values.getOrDefault("engine", ""),
                    Optional.ofNullable(values.get("failure")),
                    Optional.ofNullable(values.get("instead")),
                    Integer.parseInt(values.getOrDefault("threads", "")),
                    Long.parseLong(values.getOrDefault("operations", "")),
                    Long.parseLong(values.getOrDefault("elapsedNanos", "")),
                    Long.parseLong(values.getOrDefault("cpuNanos", "")));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    name
                            + ": expected lines threads, operations, elapsedNanos and cpuNanos with numbers above 0, found "
                            + values + "; profile again",
                    e);
        }
    }

    /** Operations in a second, all callers together. */
    public double operationsPerSecond() {
        return operations / (elapsedNanos * 1e-9);
    }
}
