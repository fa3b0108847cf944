package org.evenkeel.suite.ab.run.turns;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Waits until this JVM uses no processor while its callers rest: what it did, compiling mostly, is done.
 *
 * <p>With ten threads on two processors the compiler is one of eleven that want them. Code waits for it then, for a second in
 * most forks and for fifteen in some, which run at a third of their speed meanwhile.
 */
final class QuietJvm {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** As much of one processor as looking costs, and a little more. */
    private static final double QUIET_SHARE = 0.15;

    /** So many quiet looks in a row: between two methods the compiler rests for a moment as well. */
    private static final int QUIET_LOOKS = 3;

    private static final long SHORTEST_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * Waits, but not for ever: some benchmarks have threads that never rest.
     *
     * @param patienceNanos the longest wait, where that is more than half a second
     */
    void await(long patienceNanos) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return;
        }
        long start = System.nanoTime();
        long patience = Math.max(patienceNanos, SHORTEST_PATIENCE_NANOS);
        long time = start;
        long used = system.getProcessCpuTime();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && time - start < patience) {
            try {
                TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            long now = System.nanoTime();
            long usedNow = system.getProcessCpuTime();
            quiet = usedNow - used < QUIET_SHARE * (now - time) ? quiet + 1 : 0;
            time = now;
            used = usedNow;
        }
    }
}
