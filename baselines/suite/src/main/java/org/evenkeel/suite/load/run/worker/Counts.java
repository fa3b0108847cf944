package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Everything that is counted while the runner lives. */
public final class Counts {

    final Meter[] tasks;
    final Errors errors = new Errors();
    final LongAdder begun = new LongAdder();
    final LongAdder ended = new LongAdder();
    /** Arrivals that found no free caller when they were due. */
    final LongAdder waited = new LongAdder();

    private final Recorder lag = Meter.recorder();
    private @Nullable Histogram lastLag;

    /** @param tasks how many there are, of all users together */
    public Counts(int tasks) {
        this.tasks = new Meter[tasks];
        for (int i = 0; i < tasks; i++) {
            this.tasks[i] = new Meter();
        }
    }

    /** A user who had nothing to do but to wait for a moment woke up so long after it. */
    public void lag(long nanos) {
        lag.recordValue(Meter.clamped(nanos));
    }

    /** An arrival found no free caller when it was due. */
    public void waited() {
        waited.increment();
    }

    /** A request begins. */
    public void begun() {
        begun.increment();
    }

    /**
     * A request has ended.
     *
     * @param responseNanos from the moment it was due
     * @param serviceNanos from the moment it began
     * @param error what kind of error it ended in; null for none
     */
    public void ended(int task, long responseNanos, long serviceNanos, @Nullable String error) {
        tasks[task].ended(responseNanos, serviceNanos, error != null);
        if (error != null) {
            errors.add(error);
        }
        ended.increment();
    }

    /**
     * A request that was begun does not end.
     *
     * @param atLeastNanos since it was due
     * @param error what kind of error that is
     */
    public void gaveUp(int task, long atLeastNanos, String error) {
        tasks[task].lost(atLeastNanos);
        errors.add(error);
        ended.increment();
    }

    /** A request that was due is never begun: it would have taken at least so long. */
    public void dropped(int task, long atLeastNanos) {
        tasks[task].lost(atLeastNanos);
    }

    Histogram lagSinceLast() {
        lastLag = lag.getIntervalHistogram(lastLag);
        return lastLag;
    }
}
