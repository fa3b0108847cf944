package org.evenkeel.leakcheck;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the tests that run in this JVM, as far as somebody tells; JUnit's platform does through a listener. */
public final class RunningTests {

    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicLong STARTED = new AtomicLong();

    private RunningTests() {}

    /** A test starts. */
    public static void started() {
        STARTED.incrementAndGet();
        RUNNING.incrementAndGet();
    }

    /** A test has ended. */
    public static void finished() {
        RUNNING.decrementAndGet();
    }

    /** How many run now. */
    static int running() {
        return RUNNING.get();
    }

    /** How many have started since this JVM did. */
    static long startedSoFar() {
        return STARTED.get();
    }
}
