package org.evenkeel.leakcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.evenkeel.leakcheck.helper.HostChecker;
import org.evenkeel.leakcheck.helper.HostRequest;
import org.evenkeel.leakcheck.helper.HostResult;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;

/** One check in this JVM: a worker here, a helper process that commands it. */
final class InProcessCheck {

    private static final long WORKER_ENDS_MILLIS = 2_000;

    /** Beyond twice its budget: room for what may have a bound, and the search for a cause. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final LeakCheckPlan plan;
    private final Set<Signal> signals;
    private final Callable<?> operation;
    private final Path report;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    InProcessCheck(LeakCheckPlan plan, Set<Signal> signals, Callable<?> operation, Path report) {
        this.plan = plan;
        this.signals = signals;
        this.operation = operation;
        this.report = report;
    }

    LeakCheckResult run() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(
                    "leakcheck-" + ProcessHandle.current().pid() + "-");
            Path request = folder.resolve("request");
            Path result = folder.resolve("result");
            new HostRequest(ProcessHandle.current().pid(), plan, signals, report, result).write(request);
            run(request, folder.resolve("errors"));
            HostResult answer = HostResult.read(result);
            return new LeakCheckResult(
                    answer.verdict(), answer.message(), answer.heap(), report, Optional.ofNullable(failure.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HelperProcess.delete(folder);
        }
    }

    private void run(Path request, Path errors) throws IOException {
        Supplier<String> neighbours = new Neighbours();
        try (HelperProcess helper = HelperProcess.start(HostChecker.class, List.of(request.toString()), errors)) {
            Thread worker = new Thread(() -> serve(helper, neighbours), "leakcheck-worker");
            worker.setDaemon(true);
            worker.start();
            try {
                helper.awaitEnd(plan.budget().multipliedBy(2).plus(GRACE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while checking " + plan.name() + " for leaks", e);
            } finally {
                end(worker);
            }
        }
    }

    private void serve(HelperProcess helper, Supplier<String> neighbours) {
        try {
            Worker.serve(helper.commands(), helper.frames(), new OneOperation(), plan.threads(), neighbours);
        } catch (IOException e) {
            // The helper has ended and says why itself.
            return;
        }
    }

    /** A worker that hangs in an operation is interrupted; what does not mind that is left behind as a daemon. */
    private static void end(Thread worker) {
        worker.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            worker.join(WORKER_ENDS_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The operation as a workload; all callers share it. */
    private final class OneOperation implements Workload {
        @Override
        public Caller caller(int index, long seed) {
            return () -> {
                try {
                    return operation.call();
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                    throw e;
                }
            };
        }

        @Override
        public void close() {}
    }

    /** Tells whether other tests ran between its making and its being asked. */
    private static final class Neighbours implements Supplier<String> {
        private final int runningAtFirst = RunningTests.running();
        private final long startedAtFirst = RunningTests.startedSoFar();

        @Override
        public String get() {
            long others = Math.max(0, runningAtFirst - 1) + RunningTests.startedSoFar() - startedAtFirst;
            return others == 0
                    ? ""
                    : (others == 1 ? "another test" : others + " other tests")
                            + " ran in this JVM at the same time, and what they keep cannot be told apart";
        }
    }
}
