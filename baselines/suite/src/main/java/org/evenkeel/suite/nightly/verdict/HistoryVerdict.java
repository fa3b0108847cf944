package org.evenkeel.suite.nightly.verdict;

import java.util.List;
import org.evenkeel.compare.samples.Identity;

/**
 * What a history says.
 *
 * @param alarms by run
 * @param changes by benchmark, in the order of the nights
 * @param setAside benchmarks that nothing can be said of on the last night
 * @param suspects benchmarks whose last night alone was above its limit
 * @param gone benchmarks that the last nights do not have any more
 */
public record HistoryVerdict(
        List<Alarm> alarms,
        List<LevelChange> changes,
        List<SetAside> setAside,
        List<Identity> suspects,
        List<Gone> gone) {

    public HistoryVerdict {
        alarms = List.copyOf(alarms);
        changes = List.copyOf(changes);
        setAside = List.copyOf(setAside);
        suspects = List.copyOf(suspects);
        gone = List.copyOf(gone);
    }
}
