package org.evenkeel.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long ago something began, by a clock that is never set back. A test hands in a clock of its own. */
public final class Stopwatch {

    private final LongSupplier nanoClock;
    private final long startNanos;

    private Stopwatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    /** One that starts now, by {@link System#nanoTime()}. */
    public static Stopwatch start() {
        return start(System::nanoTime);
    }

    /**
     * One that starts now, by another clock.
     *
     * @param nanoClock gives nanoseconds since whatever moment; it may overflow, as {@link System#nanoTime()} may
     */
    public static Stopwatch start(LongSupplier nanoClock) {
        return new Stopwatch(nanoClock);
    }

    /** Nanoseconds since the start. */
    public long nanos() {
        return nanoClock.getAsLong() - startNanos;
    }

    /** Seconds since the start. */
    public double seconds() {
        return nanos() / 1e9;
    }

    /** Time since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos());
    }
}
