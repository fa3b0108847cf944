package org.evenkeel.suite.nightly.verdict;

import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * A change of a benchmark's level, better or worse, between two of its nights.
 *
 * @param identity of the benchmark
 * @param after the last night of the old level
 * @param before the first night of the new one
 * @param relativeChange positive is worse, 0.05 is 5 %
 * @param interval its bounds
 * @param environment what changed on the machine between the two nights, which may explain it
 */
public record LevelChange(
        Identity identity,
        Night after,
        Night before,
        double relativeChange,
        Interval interval,
        SortedMap<String, Difference> environment) {

    public LevelChange {
        environment = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
}
