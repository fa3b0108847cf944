package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.Measure;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;

/**
 * Runs one benchmark with JMH in a JVM of its own, which starts the forks.
 *
 * <p>One JMH process for each benchmark, because JMH writes its results only when it is done with all it was given: a
 * run that is killed half-way would have nothing to keep.
 */
public final class JmhRunner {

    private final Path java;
    private final List<Path> classPath;
    private final RunPlan plan;
    private final RunFolder folder;
    private final TimeLimit limit;

    /**
     * @param java the {@code java} executable of the measured JVMs
     * @param classPath the benchmark jar, then the user's own entries
     */
    public JmhRunner(Path java, List<Path> classPath, RunPlan plan, RunFolder folder) {
        this(java, classPath, plan, folder, TimeLimit.of(plan.profile().benchmarkTime()));
    }

    /** @param limit how long a benchmark may take before it counts as hung */
    JmhRunner(Path java, List<Path> classPath, RunPlan plan, RunFolder folder, TimeLimit limit) {
        this.java = java;
        this.classPath = List.copyOf(classPath);
        this.plan = plan;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Runs it and keeps its result as a part of the folder. Nobody else should measure meanwhile.
     *
     * @throws BadInputException when its result could not be written
     */
    JmhOutcome run(RunBenchmark benchmark) throws IOException, InterruptedException {
        Path evidence = folder.evidence(benchmark);
        JmhJvm.Destination to = new JmhJvm.Destination(
                evidence,
                evidence.resolve("jmh.log"),
                folder.part(benchmark),
                plan.profile().forks());
        return new JmhJvm(java, classPath, arguments(benchmark)).run(to, limit, Map.of(), "");
    }

    private JmhArguments arguments(RunBenchmark benchmark) {
        Profile profile = plan.profile();
        JmhArguments arguments = JmhArguments.of(benchmark.benchmark(), benchmark.mode(), benchmark.params())
                .forks(profile.forks())
                .warmup(profile.warmupIterations(), profile.warmupTime())
                .measured(profile.iterations(), profile.iterationTime());
        String faults = "";
        if (benchmark instanceof PlannedBenchmark form) {
            // Somebody's own benchmark keeps its own unit, and its jar has none of our profilers.
            arguments.unit(form.measure().jmhTimeUnit()).profiler("org.evenkeel.jmh.GaugeProfiler");
            if (form.form() == Form.SINGLE && form.measure() == Measure.THROUGHPUT) {
                // What a path keeps does not depend on who calls it or what is measured: once is enough.
                arguments.profiler("org.evenkeel.jmh.FootprintProfiler");
            }
            faults = form.path().writtenFaults();
        }
        return arguments.profiler("gc").jvm(plan.jvmArguments(), faults);
    }
}
