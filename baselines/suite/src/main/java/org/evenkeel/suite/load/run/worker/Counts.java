package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Everything that is counted while the runner lives. */
final class Counts {

    final Meter[] tasks;
    final Errors errors = new Errors();
    final LongAdder begun = new LongAdder();
    final LongAdder ended = new LongAdder();
    /** Arrivals that found no free caller when they were due. */
    final LongAdder waited = new LongAdder();

    private final Recorder lag = Meter.recorder();
    private @Nullable Histogram lastLag;

    Counts(int tasks) {
        this.tasks = new Meter[tasks];
        for (int i = 0; i < tasks; i++) {
            this.tasks[i] = new Meter();
        }
    }

    /** A user who had nothing to do but to wait for a moment woke up so long after it. */
    void lag(long nanos) {
        lag.recordValue(Meter.clamped(nanos));
    }

    Histogram lagSinceLast() {
        lastLag = lag.getIntervalHistogram(lastLag);
        return lastLag;
    }
}
