package org.evenkeel.baselines.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends a child process that does not end by itself. */
final class Watchdog {

    private volatile boolean bitten;

    private Watchdog() {}

    /** Watches a child until it ends, or for so long. */
    static Watchdog over(Process child, Duration limit) {
        Watchdog watchdog = new Watchdog();
        Thread thread = new Thread(() -> watchdog.watch(child, limit), "evenkeel-watchdog");
        thread.setDaemon(true);
        thread.start();
        return watchdog;
    }

    /** Whether the child had to be ended. */
    boolean hasBitten() {
        return bitten;
    }

    private void watch(Process child, Duration limit) {
        try {
            if (!child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                bitten = true;
                Children.kill(child);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
