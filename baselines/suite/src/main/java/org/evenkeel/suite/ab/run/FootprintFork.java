package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.run.JmhArguments;
import org.evenkeel.suite.run.JmhJvm;
import org.evenkeel.suite.run.JmhOutcome;
import org.evenkeel.suite.run.TimeLimit;

/**
 * Weighs what one side of a hot path keeps for each of its items, with a JMH that measures next to nothing.
 *
 * @param java the executable of the measured JVMs
 * @param jvmArguments of every measured JVM
 * @param folder where the result is kept
 */
public record FootprintFork(Path java, List<String> jvmArguments, AbFolder folder) {

    /** The name of the metric. */
    private static final String FOOTPRINT = "footprint";

    private static final TimeLimit LIMIT =
            new TimeLimit(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(1));

    /**
     * Weighs, unless an interrupted run has done so.
     *
     * @param faults what is planted, as it is written after the question mark; empty for nothing
     * @param side its name, for files
     * @return a session with the footprint alone; empty where the path keeps nothing, or could not be weighed
     */
    public Optional<Session> run(List<Path> classPath, String path, String faults, String side)
            throws IOException, InterruptedException {
        Path kept = folder.file("footprint-" + side + ".json");
        if (!Files.isRegularFile(kept) && !weigh(classPath, path, faults, side, kept)) {
            return Optional.empty();
        }
        Session session = JmhReader.read(Files.newInputStream(kept), kept.toString())
                .only(identity -> identity.metric().equals(FOOTPRINT));
        return session.isEmpty() ? Optional.empty() : Optional.of(session);
    }

    private boolean weigh(List<Path> classPath, String path, String faults, String side, Path kept)
            throws IOException, InterruptedException {
        JmhArguments arguments = JmhArguments.of(
                        PlannedBenchmark.BENCHMARK_CLASS + "." + Form.SINGLE.method(), "thrpt", Map.of("path", path))
                .forks(1)
                .warmup(0, Duration.ZERO)
                .measured(1, Duration.ofMillis(1))
                .profiler("org.evenkeel.jmh.FootprintProfiler")
                .jvm(jvmArguments, faults);
        Path evidence = Files.createDirectories(folder.file("evidence").resolve("footprint-" + side));
        JmhJvm.Destination to = new JmhJvm.Destination(evidence, evidence.resolve("jmh.log"), kept, 1);
        return new JmhJvm(java, classPath, arguments).run(to, LIMIT, Map.of(), "") instanceof JmhOutcome.Measured;
    }
}
