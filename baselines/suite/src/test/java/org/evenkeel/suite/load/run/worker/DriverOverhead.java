package org.evenkeel.suite.load.run.worker;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the driver itself costs beside a bare loop, and what it allocates; {@code docs/evidence/load.md} says how it is run.
 *
 * <p>The target counts, and now and then asks how much its thread has allocated.
 */
final class DriverOverhead {

    private static final long SECOND = 1_000_000_000;
    private static final int LOOK = 1 << 16;

    private DriverOverhead() {}

    /** Counts its requests. */
    static final class Counting implements Workload, Caller {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long requests;
        private long firstBytes;
        private long lastBytes;
        private long looks;

        @Override
        public Caller caller(int index, long seed) {
            return this;
        }

        @Override
        public @Nullable Object request() {
            if ((++requests & (LOOK - 1)) == 0) {
                lastBytes =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                // The first look makes what looking takes.
                firstBytes = looks++ < 2 ? lastBytes : firstBytes;
            }
            return null;
        }

        @Override
        public void close() {}

        long requests() {
            return requests;
        }

        /** Bytes that its thread allocates for a request; NaN with too few of them. */
        double bytesPerRequest() {
            return looks < 4 ? Double.NaN : (lastBytes - firstBytes) / (double) ((looks - 2) * LOOK);
        }
    }

    /** A closed user who does not think, for so long. */
    static Counting closed(long nanos) throws InterruptedException {
        Order order = new Order(
                1,
                false,
                1000,
                List.of(new Order.Target(true, "none")),
                List.of(new Order.User("user", 1, Think.NONE, List.of(new Order.Task("request", 1, 0, 1)))));
        Counting target = new Counting();
        Callers callers = new Callers(target, 1);
        callers.prepare(1);
        PhaseOrder phase = new PhaseOrder(PhaseOrder.Kind.CLOSED, nanos, 1, 0, 0, 0, 0);
        Requests requests = new Requests(new Plan(order), new Callers[] {callers}, new Counts(1));
        new PathPhase(phase, requests, System.nanoTime(), 1, Threads.of(false)).run();
        return target;
    }

    private static double bareLoopNanos() {
        Counting target = new Counting();
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2 * SECOND) {
            for (int i = 0; i < 10_000; i++) {
                target.request();
            }
        }
        return (System.nanoTime() - start) / (double) target.requests();
    }

    /** Prints both. */
    public static void main(String[] args) throws InterruptedException {
        double bare = bareLoopNanos();
        closed(SECOND);
        Counting driven = closed(3 * SECOND);
        System.out.printf(
                Locale.ROOT,
                "bare loop: %.1f ns a request%ndriver: %.1f ns a request, %.4f B allocated for each of %,d%n",
                bare,
                3.0 * SECOND / driven.requests(),
                driven.bytesPerRequest(),
                driven.requests());
    }
}
