package org.evenkeel.suite.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.evenkeel.kernel.Stopwatch;

/** How long somebody has waited who looks now and then. A computer that was asleep, or a run that was stopped with Ctrl-Z, has not. */
final class AwakeTime {

    /** Whoever looks four times a second and was away for longer was not awake. */
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final LongSupplier nanoClock;
    private Stopwatch sinceLastLook;
    private Duration waited = Duration.ZERO;

    /** @param nanoClock as {@link System#nanoTime()} */
    AwakeTime(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        sinceLastLook = Stopwatch.start(nanoClock);
    }

    /** Looks. */
    Duration untilNow() {
        Duration since = sinceLastLook.elapsed();
        sinceLastLook = Stopwatch.start(nanoClock);
        waited = waited.plus(since.compareTo(LONGEST_BETWEEN_LOOKS) < 0 ? since : LONGEST_BETWEEN_LOOKS);
        return waited;
    }
}
