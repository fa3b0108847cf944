package org.evenkeel.suite.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.kernel.Trees;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.jspecify.annotations.Nullable;

/**
 * Checks a benchmark of somebody's own for leaks: one fork of JMH with its state set up as ever, whose iterations are the batches that the
 * leak checker's profiler reads the heap after. So what a benchmark keeps is told by the same judge as anything else, and JMH alone knows
 * how its state is made.
 *
 * @param java the {@code java} executable of the measured JVMs
 * @param classPath the JMH jar, then the user's own entries
 * @param plan whose budget and arguments hold
 * @param folder of the run
 */
public record BenchmarkLeakCheck(Path java, List<Path> classPath, RunPlan plan, RunFolder folder) {

    private static final String PROFILER = "org.evenkeel.leakcheck.jmh.LeakProfiler";
    private static final String REPORT = "leakcheck.json";

    /** Iterations before those that JMH counts. The checker looks at all of them, and tells by itself where filling up has ended. */
    private static final int WARMUP = 10;

    /** With those of the warm-up twice as many as a trend needs: what stops late has time to stop. */
    private static final int ITERATIONS = 30;

    /** What a forced collection and the reading of the heap take beside an iteration, as seen on two processors. */
    private static final Duration READING = Duration.ofMillis(150);

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** Beyond twice its budget: the start of two JVMs, and what a helper process has left to say. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    public BenchmarkLeakCheck {
        classPath = List.copyOf(classPath);
    }

    /** Runs it while nobody else measures. A benchmark that breaks is invalid, as any other workload is. */
    public LeakReport check(PlainBenchmark benchmark, Progress progress) throws IOException, InterruptedException {
        Path out = folder.file("evidence").resolve("leakcheck-" + benchmark.fileName());
        Trees.delete(out);
        Files.createDirectories(out);
        List<Path> withChecker = new ArrayList<>(classPath);
        // Last, so that a benchmark finds its own libraries before those of the checker.
        withChecker.add(ownJar());
        JmhJvm.Destination to = new JmhJvm.Destination(out, out.resolve("jmh.log"), out.resolve("result.json"), 1);
        Stopwatch watch = Stopwatch.start();
        JmhLock.Hold lock = JmhLock.ofThisMachine().hold(JmhLock.PATIENCE, progress::note);
        JmhOutcome outcome;
        try (lock) {
            outcome = new JmhJvm(java, withChecker, arguments(benchmark, out)).run(to, limit(), Map.of(), "");
        }
        double seconds = watch.seconds();
        if (outcome instanceof JmhOutcome.Measured) {
            return read(benchmark, out, seconds);
        }
        String reason = outcome.reason().orElseThrow() + ".";
        return report(
                benchmark,
                outcome instanceof JmhOutcome.Broken
                        ? new LeakVerdict.Invalid(LeakEvidence.NONE, "The benchmark broke: " + reason)
                        : undecided(reason, "a larger budget, or a machine that does nothing else"),
                seconds);
    }

    private TimeLimit limit() {
        Duration expected = plan.profile().leakBudget();
        Duration longest = expected.multipliedBy(2).plus(GRACE);
        return new TimeLimit(expected, longest, longest);
    }

    private static LeakVerdict undecided(String reason, String whatWouldSettle) {
        return new LeakVerdict.Inconclusive(
                LeakEvidence.NONE, "The evidence does not decide: " + reason, whatWouldSettle);
    }

    private static LeakReport report(PlainBenchmark benchmark, LeakVerdict verdict, double seconds) {
        Recording none = new Recording(
                new CheckedJvmFacts("unknown", Long.MAX_VALUE), HeapSource.HISTOGRAM, List.of(), List.of());
        return new LeakReport(benchmark.subject(), verdict, none, seconds);
    }

    private JmhArguments arguments(PlainBenchmark benchmark, Path out) {
        // A batch is many operations, so single shots are not for this.
        return JmhArguments.of(benchmark.benchmark(), "thrpt", benchmark.params())
                .forks(1)
                .warmup(WARMUP, iteration())
                .measured(ITERATIONS, iteration())
                .profiler(PROFILER + ":out=" + out.toAbsolutePath())
                .jvm(plan.jvmArguments(), "");
    }

    private Duration iteration() {
        Duration each =
                plan.profile().leakBudget().dividedBy(WARMUP + ITERATIONS).minus(READING);
        return each.compareTo(SHORTEST) < 0 ? SHORTEST : each;
    }

    private static LeakReport read(PlainBenchmark benchmark, Path out, double seconds) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(out)) {
            found = files.filter(file -> file.endsWith(REPORT)).toList();
        }
        if (found.size() != 1) {
            return report(
                    benchmark,
                    undecided(
                            "the checker left " + (found.isEmpty() ? "no report" : "several reports") + "; see "
                                    + out.resolve("jmh.log") + ".",
                            "a JDK whose JVMs let themselves be attached to"),
                    seconds);
        }
        LeakReport report = LeakReports.fromJson(Files.readString(found.get(0))).get(0);
        return new LeakReport(
                benchmark.subject(), report.verdict(), report.recording(), report.elapsedSeconds(), report.cause());
    }

    private static Path ownJar() {
        @Nullable CodeSource source = LeakReport.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("cannot tell which jar the leak checker comes from");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell which jar the leak checker comes from", e);
        }
    }
}
