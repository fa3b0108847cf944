package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Counts the requests of one task and how long they took. Recording allocates nothing and waits for nobody. */
final class Meter {

    /** Longer times are counted as this. */
    static final long MOST_NANOS = TimeUnit.HOURS.toNanos(2);

    /** Shorter times are not told apart. */
    private static final long LEAST_NANOS = 32;

    /** Values differ by a thousandth at the most from what was recorded. */
    static final int DIGITS = 3;

    private final Recorder response = recorder();
    private final Recorder service = recorder();
    private final LongAdder done = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private @Nullable Histogram lastResponse;
    private @Nullable Histogram lastService;

    static Recorder recorder() {
        return new Recorder(LEAST_NANOS, MOST_NANOS, DIGITS);
    }

    /** A request has ended. */
    void ended(long responseNanos, long serviceNanos, boolean failed) {
        response.recordValue(clamped(responseNanos));
        service.recordValue(clamped(serviceNanos));
        if (failed) {
            errors.increment();
        }
        done.increment();
    }

    /** A request was due and never begun, or never ended: it would have taken at least so long. */
    void lost(long atLeastNanos) {
        response.recordValue(clamped(atLeastNanos));
        dropped.increment();
    }

    static long clamped(long nanos) {
        return Math.max(0, Math.min(MOST_NANOS, nanos));
    }

    /** Requests that have ended, those that failed included. */
    long done() {
        return done.sum();
    }

    long errors() {
        return errors.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    /** Response times since it was last asked; used again by the next call. */
    Histogram responseSinceLast() {
        lastResponse = response.getIntervalHistogram(lastResponse);
        return lastResponse;
    }

    /** Service times since it was last asked; used again by the next call. */
    Histogram serviceSinceLast() {
        lastService = service.getIntervalHistogram(lastService);
        return lastService;
    }
}
