package org.evenkeel.compare.proof;

import java.util.EnumMap;
import java.util.Map;
import org.evenkeel.kernel.ExitStatus;

/** How often comparisons ended with each exit status, after each injected change. */
public final class Exits {

    private final Map<InjectedChange, Map<ExitStatus, Integer>> counts = new EnumMap<>(InjectedChange.class);

    void add(InjectedChange change, ExitStatus status) {
        counts.computeIfAbsent(change, absent -> new EnumMap<>(ExitStatus.class))
                .merge(status, 1, Integer::sum);
    }

    /** How many comparisons ended with this status. */
    public int count(InjectedChange change, ExitStatus status) {
        return counts.getOrDefault(change, Map.of()).getOrDefault(status, 0);
    }

    /** How many comparisons had the change; 0 where the data have nothing that it could be done to. */
    public int comparisons(InjectedChange change) {
        return counts.getOrDefault(change, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Whether more of them end with the status that would be a lie than may. One is forgiven where any is: few prove nothing. */
    public boolean lies(InjectedChange change) {
        int lies = count(change, change.lie());
        return change.mostLies() == 0 ? lies > 0 : lies > 1 && lies > change.mostLies() * comparisons(change);
    }
}
