package org.evenkeel.baselines.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.Measure;
import org.evenkeel.baselines.plan.PlannedBenchmark;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.leakcheck.command.BadInputException;

/**
 * Runs one benchmark with JMH in a JVM of its own, which starts the forks.
 *
 * <p>One JMH process for each benchmark, because JMH writes its results only when it is done with all it was given: a
 * run that is killed half-way would have nothing to keep.
 */
public final class JmhRunner {

    /** Longest that JMH lets one iteration go over its time before it interrupts it. */
    private static final Duration HANG = Duration.ofSeconds(60);

    private final Path java;
    private final List<Path> classPath;
    private final RunPlan plan;
    private final RunFolder folder;
    private final Duration limit;

    /**
     * @param java the {@code java} executable of the measured JVMs
     * @param classPath the benchmark jar, then the user's own entries
     */
    public JmhRunner(Path java, List<Path> classPath, RunPlan plan, RunFolder folder) {
        this(java, classPath, plan, folder, limit(plan.profile()));
    }

    /** @param limit how long a benchmark may take before it counts as hung */
    JmhRunner(Path java, List<Path> classPath, RunPlan plan, RunFolder folder, Duration limit) {
        this.java = java;
        this.classPath = List.copyOf(classPath);
        this.plan = plan;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Waits until no other JMH measures on this machine, but not for longer than a benchmark may take: a run that was
     * killed leaves the JMH behind that it had started, which ends by itself.
     */
    void awaitTurn(Progress progress) throws InterruptedException {
        JmhLock lock = JmhLock.ofThisMachine();
        if (lock.isHeld()) {
            progress.note("Another JMH measures on this machine; waiting for it, at most " + limit.toSeconds() + " s.");
            lock.awaitFree(limit);
        }
    }

    /**
     * Runs it and keeps its result as a part of the folder.
     *
     * @throws BadInputException when JMH could not run at all
     */
    public JmhOutcome run(PlannedBenchmark benchmark) throws IOException, InterruptedException {
        Path evidence = folder.evidence(benchmark);
        Path log = evidence.resolve("jmh.log");
        Path result = evidence.resolve("jmh.json");
        ProcessBuilder builder = new ProcessBuilder(command(benchmark, result)).redirectErrorStream(true);
        builder.environment().put("EVENKEEL_EVIDENCE", evidence.toAbsolutePath().toString());
        Process jmh = Children.start(builder);
        try {
            jmh.getOutputStream().close();
            Watchdog watchdog = Watchdog.over(jmh, limit);
            copy(jmh, log);
            int status = jmh.waitFor();
            if (watchdog.hasBitten()) {
                return new JmhOutcome.Broken("it hung: no end after " + limit.toSeconds() + " s, so it was stopped");
            }
            if (status == 0 && Files.isRegularFile(result)) {
                Path part = folder.part(benchmark);
                Files.move(result, part, StandardCopyOption.REPLACE_EXISTING);
                return new JmhOutcome.Measured(part);
            }
            return new JmhOutcome.Broken(Failure.of(evidence, log, status));
        } finally {
            Children.kill(jmh);
        }
    }

    /** What a benchmark may take that JMH itself interrupts where it can; whatever is still there then will never end. */
    private static Duration limit(Profile profile) {
        return profile.benchmarkTime()
                .multipliedBy(3)
                .plus(HANG.multipliedBy(profile.forks()))
                .plus(HANG);
    }

    private List<String> command(PlannedBenchmark benchmark, Path result) {
        Profile profile = plan.profile();
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(benchmark.benchmark()) + "$",
                "-p",
                "path=" + benchmark.path().spec(),
                "-bm",
                benchmark.measure().jmhMode(),
                "-tu",
                benchmark.measure().jmhTimeUnit(),
                "-f",
                Integer.toString(profile.forks()),
                "-wi",
                Integer.toString(profile.warmupIterations()),
                "-w",
                millis(profile.warmupTime()),
                "-i",
                Integer.toString(profile.iterations()),
                "-r",
                millis(profile.iterationTime()),
                "-to",
                millis(HANG),
                "-foe",
                "true",
                "-prof",
                "org.evenkeel.jmh.GaugeProfiler",
                "-rf",
                "json",
                "-rff",
                result.toString()));
        if (benchmark.form() == Form.SINGLE && benchmark.measure() == Measure.THROUGHPUT) {
            // What a path keeps does not depend on who calls it or what is measured: once is enough.
            command.addAll(List.of("-prof", "org.evenkeel.jmh.FootprintProfiler"));
        }
        // JMH stops its profilers in reverse: the last one does not count what the others allocate when they are done.
        command.addAll(List.of("-prof", "gc"));
        command.addAll(ForkArguments.of(plan.jvmArguments(), benchmark.path().writtenFaults()));
        return command;
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }

    private static void copy(Process jmh, Path log) throws IOException {
        try (BufferedReader output = jmh.inputReader();
                Writer writer = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                writer.write(line);
                writer.write('\n');
                // Somebody who wonders what takes so long can follow the log.
                writer.flush();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
