package org.evenkeel.compare.samples;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a session was measured.
 *
 * @param identity facts that times depend on, such as {@code cpu.model}: with another value they cannot be compared
 * @param context facts worth knowing that times do not hang on, such as {@code commit}
 */
public record Environment(SortedMap<String, String> identity, SortedMap<String, String> context) {

    public Environment {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
        context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    }

    /**
     * The facts that are known on both sides and differ. A fact that one side does not know is no difference: a plain
     * JMH file says little about its machine.
     */
    public static SortedMap<String, Difference> differences(
            SortedMap<String, String> base, SortedMap<String, String> current) {
        SortedMap<String, Difference> differences = new TreeMap<>();
        base.forEach((fact, value) -> {
            String other = current.get(fact);
            if (other != null && !other.equals(value)) {
                differences.put(fact, new Difference(value, other));
            }
        });
        return differences;
    }

    /** The same environment with one more fact worth knowing. */
    public Environment with(String fact, String value) {
        SortedMap<String, String> more = new TreeMap<>(context);
        more.put(fact, value);
        return new Environment(identity, more);
    }

    /** The facts that differ from another environment's. */
    public SortedMap<String, Difference> differencesTo(Environment current) {
        return differences(identity, current.identity);
    }

    /**
     * Two values of one fact.
     *
     * @param base the baseline's
     * @param current the present session's
     */
    public record Difference(String base, String current) {

        @Override
        public String toString() {
            return base + " -> " + current;
        }
    }
}
