package org.evenkeel.suite.ab.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns Ctrl-C into the end of the budget: the run stops, its report is written with the verdicts that stand, and the
 * process ends with their exit status.
 */
public final class StandingVerdicts {

    /** Writing a report takes a second; somebody who pressed Ctrl-C does not wait for ever. */
    private static final int MOST_SECONDS = 20;

    private final Runnable stop;
    private final CountDownLatch reported = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger();
    private final Thread hook = new Thread(this::ending, "evenkeel-standing-verdicts");

    /** @param stop lets what measures come to its end; called from another thread */
    public StandingVerdicts(Runnable stop) {
        this.stop = stop;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void ending() {
        stop.run();
        try {
            if (reported.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                // The other hooks run beside this one; they have long done their part.
                Runtime.getRuntime().halt(status.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The report is written: an exit from now on has this status, interrupted or not. */
    public void reported(int code) {
        status.set(code);
        reported.countDown();
        withdraw();
    }

    /** There is nothing to report. */
    public void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is running, and waits for the status or gives up.
        }
    }
}
