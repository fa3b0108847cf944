package org.evenkeel.workload;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Where a workload reports that something it promises does not hold.
 *
 * <p>Safe to use from many threads. It keeps the first evidence of each invariant and a count, so a path that breaks a
 * million times a second fills no heap. As long as everything holds it costs a branch and allocates nothing.
 */
public final class Invariants {

    private final ConcurrentMap<String, Breach> breaches = new ConcurrentHashMap<>();

    /**
     * Reports a breach when {@code holds} is false.
     *
     * @param invariant the rule in a few words, such as {@code no duplicate flag}; the same words each time
     * @param evidence what was seen instead; asked for only on the first breach of this invariant
     */
    public void require(boolean holds, String invariant, Supplier<String> evidence) {
        if (!holds) {
            breaches.computeIfAbsent(invariant, rule -> new Breach(evidence.get()))
                    .times
                    .increment();
        }
    }

    /** Reports a breach. */
    public void broken(String invariant, String evidence) {
        require(false, invariant, () -> evidence);
    }

    /** What was found broken so far, by name; empty as long as everything holds. */
    public List<Violation> violations() {
        return breaches.entrySet().stream()
                .map(entry -> new Violation(
                        entry.getKey(), Math.max(1, entry.getValue().times.sum()), entry.getValue().evidence))
                .sorted(Comparator.comparing(Violation::invariant))
                .toList();
    }

    /**
     * A broken invariant.
     *
     * @param invariant the rule
     * @param times how often it was seen broken, at least 1
     * @param firstEvidence what was seen the first time
     */
    public record Violation(String invariant, long times, String firstEvidence) {

        @Override
        public String toString() {
            return times == 1
                    ? invariant + ": " + firstEvidence
                    : invariant + ": " + firstEvidence + " (" + times + " times)";
        }
    }

    private static final class Breach {
        final String evidence;
        final LongAdder times = new LongAdder();

        Breach(String evidence) {
            this.evidence = evidence;
        }
    }
}
