package org.evenkeel.suite.load.run.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.leakcheck.run.worker.ClassWorkload;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;

/** Hot paths and classes in this JVM, each user on a thread. */
final class PathBackend implements Backend {

    /** From the command to the first arrival: threads are started meanwhile. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long LEAD_NANOS_PER_USER = 50_000;

    private final List<Workload> workloads;
    private final Threads threads;
    private final Callers[] callers;
    private final Requests requests;
    private final double closedNanos;
    private final double openCpuNanos;

    private PathBackend(List<Workload> workloads, Order order, Threads threads, Counts counts)
            throws InterruptedException {
        this.workloads = workloads;
        this.threads = threads;
        Calibration calibration = new Calibration(order, threads);
        closedNanos = calibration.closedNanos();
        openCpuNanos = calibration.openCpuNanos();
        callers = new Callers[workloads.size()];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = new Callers(workloads.get(i), order.seed());
        }
        requests = new Requests(new Plan(order), callers, counts);
    }

    @SuppressWarnings("IllegalThrows") // A class may throw whatever it likes when it is made.
    static Backend open(Order order, Counts counts, Invariants invariants) throws Throwable {
        Threads threads = Threads.of(order.virtual());
        List<Workload> workloads = new ArrayList<>();
        for (Order.Target target : order.targets()) {
            workloads.add(
                    target.isClass()
                            ? ClassWorkload.open(target.name())
                            : HotPaths.on(ClassLoader.getSystemClassLoader())
                                    .open(PathSpec.parse(target.name()), invariants));
        }
        return new PathBackend(workloads, order, threads, counts);
    }

    @Override
    public double closedNanos() {
        return closedNanos;
    }

    @Override
    public double openCpuNanos() {
        return openCpuNanos;
    }

    @Override
    public List<Gauge> gauges() {
        return workloads.stream()
                .flatMap(workload -> workload.gauges().stream())
                .toList();
    }

    @Override
    public Running phase(PhaseOrder order, long seed) {
        for (Callers some : callers) {
            some.prepare(order.users());
        }
        long start = System.nanoTime() + LEAD_NANOS + LEAD_NANOS_PER_USER * order.users();
        return new PathPhase(order, requests, start, seed, threads);
    }

    @Override
    public void awaitQuiet() throws InterruptedException {
        for (Workload workload : workloads) {
            workload.awaitQuiet();
            workload.checkInvariants();
        }
    }

    @Override
    public void close() {
        workloads.forEach(Workload::close);
    }
}
