package org.evenkeel.suite.nightly.verdict;

import java.util.List;

/**
 * What a history says.
 *
 * @param alarms by run
 * @param changes by benchmark, in the order of the nights
 * @param setAside benchmarks that nothing can be said of on the last night
 * @param slowNights benchmarks whose last night alone was above its limit
 * @param gone benchmarks that the last nights do not have any more
 */
public record HistoryVerdict(
        List<Alarm> alarms,
        List<LevelChange> changes,
        List<SetAside> setAside,
        List<SlowNight> slowNights,
        List<Gone> gone) {

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
