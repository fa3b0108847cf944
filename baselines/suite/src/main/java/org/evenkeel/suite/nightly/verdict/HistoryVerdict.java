package org.evenkeel.suite.nightly.verdict;

import java.util.List;
import org.evenkeel.compare.samples.BenchmarkNames;

/**
 * What a history says.
 *
 * @param alarms by run
 * @param changes by benchmark, in the order of the nights
 * @param setAside benchmarks that nothing can be said of on the last night
 * @param slowNights benchmarks whose last night alone was above its limit
 * @param gone benchmarks that the last nights do not have any more
 * @param names what benchmarks are called among all of the history
 */
public record HistoryVerdict(
        List<Alarm> alarms,
        List<LevelChange> changes,
        List<SetAside> setAside,
        List<SlowNight> slowNights,
        List<Gone> gone,
        BenchmarkNames names) {

    public HistoryVerdict {
        alarms = List.copyOf(alarms);
        changes = List.copyOf(changes);
        setAside = List.copyOf(setAside);
        slowNights = List.copyOf(slowNights);
        gone = List.copyOf(gone);
    }

    /** Whether a single night was so slow that nothing can be said before the next one. */
    public boolean isOpen() {
        return slowNights.stream().anyMatch(SlowNight::isFarBeyond);
    }
}
