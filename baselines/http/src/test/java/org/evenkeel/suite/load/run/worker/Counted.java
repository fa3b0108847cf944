package org.evenkeel.suite.load.run.worker;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What was counted of one task, for tests of another package.
 *
 * @param response times from the moment a request was due
 * @param kinds how often each kind of error was seen
 */
public record Counted(
        long done, long errors, long dropped, Histogram response, Histogram service, Map<String, Long> kinds) {

    public static Counted of(Counts counts, int task) {
        Meter meter = counts.tasks[task];
        Map<String, Long> kinds = new TreeMap<>();
        counts.errors.kinds().forEach((kind, times) -> kinds.put(kind, times.sum()));
        return new Counted(
                meter.done(),
                meter.errors(),
                meter.dropped(),
                meter.responseSinceLast(),
                meter.serviceSinceLast(),
                kinds);
    }
}
