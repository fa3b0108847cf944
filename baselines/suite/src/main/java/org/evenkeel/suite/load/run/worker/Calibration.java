package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.TimeUnit;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;

/** What the runner itself costs, measured in the JVM in which it will run, on something that does nothing. */
final class Calibration {

    private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double ARRIVALS_PER_SECOND = 2_000;
    private static final int SERVERS = 4;

    private final Order order;
    private final Threads threads;

    Calibration(Order order, Threads threads) {
        this.order = new Order(
                order.seed(),
                order.virtual(),
                order.tickMillis(),
                order.targets().subList(0, 1),
                java.util.List.of(new Order.User(
                        "nobody", 1, Think.NONE, java.util.List.of(new Order.Task("nothing", 1, 0, 1)))));
        this.threads = threads;
    }

    /** Nanoseconds by the clock from one request of a closed user that does nothing to the next. */
    double closedNanos() throws InterruptedException {
        run(PhaseOrder.Kind.CLOSED, WARM_UP_NANOS, 1, 0);
        Counts counts = run(PhaseOrder.Kind.CLOSED, MEASURED_NANOS, 1, 0);
        return MEASURED_NANOS / (double) Math.max(1, counts.ended.sum());
    }

    /** Nanoseconds of processor time of an arrival that does nothing, waking up for it included; 0 where that is not told. */
    double openCpuNanos() throws InterruptedException {
        run(PhaseOrder.Kind.POISSON, WARM_UP_NANOS, SERVERS, ARRIVALS_PER_SECOND);
        Counts counts = new Counts(1);
        long cpu = run(PhaseOrder.Kind.POISSON, MEASURED_NANOS, SERVERS, ARRIVALS_PER_SECOND, counts);
        return cpu / (double) Math.max(1, counts.ended.sum());
    }

    private Counts run(PhaseOrder.Kind kind, long nanos, int users, double perSecond) throws InterruptedException {
        Counts counts = new Counts(1);
        run(kind, nanos, users, perSecond, counts);
        return counts;
    }

    private long run(PhaseOrder.Kind kind, long nanos, int users, double perSecond, Counts counts)
            throws InterruptedException {
        Callers callers = new Callers(new Nothing(), 0);
        callers.prepare(users);
        Requests requests = new Requests(new Plan(order), new Callers[] {callers}, counts);
        PhaseOrder brief = new PhaseOrder(kind, nanos, users, perSecond, 0, 0, 0);
        PathPhase phase = new PathPhase(brief, requests, System.nanoTime(), order.seed(), threads);
        phase.run();
        return phase.cpuNanos();
    }

    private static final class Nothing implements Workload, Caller {
        @Override
        public Caller caller(int index, long seed) {
            return this;
        }

        @Override
        public Object request() {
            return this;
        }

        @Override
        public void close() {}
    }
}
