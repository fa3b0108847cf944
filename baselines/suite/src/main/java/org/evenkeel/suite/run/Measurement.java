package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.kernel.MachineUse;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;

/** Measures all benchmarks of a plan, one after the other, and goes on where one is broken. */
public final class Measurement {

    private static final Path PROC = Path.of("/proc");

    private final RunPlan plan;
    private final RunFolder folder;
    private final JmhRunner runner;

    /** @param runner runs the benchmarks of {@code plan} into {@code folder} */
    public Measurement(RunPlan plan, RunFolder folder, JmhRunner runner) {
        this.plan = plan;
        this.folder = folder;
        this.runner = runner;
    }

    /** The benchmarks that are not measured yet. */
    public List<RunBenchmark> open() {
        return plan.benchmarks().stream()
                .filter(benchmark -> !folder.isMeasured(benchmark))
                .toList();
    }

    /**
     * Measures what is open. {@code jmh.json} is complete as far as things went after each benchmark.
     *
     * @return why benchmarks gave no number; empty when all did
     */
    public Map<RunBenchmark, String> run(Progress progress) throws IOException, InterruptedException {
        Map<RunBenchmark, String> broken = new LinkedHashMap<>();
        folder.assemble(plan.benchmarks());
        for (RunBenchmark benchmark : open()) {
            progress.begin(benchmark.label(), plan.profile().benchmarkTime());
            reason(benchmark, progress).ifPresent(reason -> {
                broken.put(benchmark, reason);
                progress.note(benchmark.label() + ": " + reason);
            });
            folder.assemble(plan.benchmarks());
        }
        return broken;
    }

    /** Measures one while nobody else does; gives why there is no number. */
    private Optional<String> reason(RunBenchmark benchmark, Progress progress)
            throws IOException, InterruptedException {
        JmhLock.Hold lock = JmhLock.ofThisMachine().hold(JmhLock.PATIENCE, progress::note);
        try (lock) {
            double yardstickBefore = Yardstick.micros();
            Optional<MachineUse> before = MachineUse.read(PROC);
            Stopwatch watch = Stopwatch.start();
            JmhOutcome outcome = runner.run(benchmark);
            folder.noteSeconds(benchmark, watch.seconds());
            Optional<MachineUse> after = MachineUse.read(PROC);
            if (before.isPresent() && after.isPresent()) {
                folder.noteOthers(benchmark, after.get().othersSince(before.get()));
                folder.noteCpuCores(
                        benchmark,
                        after.get()
                                .ownCoresSince(
                                        before.get(), Runtime.getRuntime().availableProcessors()));
            }
            folder.noteYardstick(benchmark, (yardstickBefore + Yardstick.micros()) / 2);
            return outcome.reason();
        }
    }
}
