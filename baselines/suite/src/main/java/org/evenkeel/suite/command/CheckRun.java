package org.evenkeel.suite.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.BenchmarkLeakCheck;
import org.evenkeel.suite.run.InvalidFile;
import org.evenkeel.suite.run.JmhRunner;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Measurement;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.RunFolder;

/**
 * One run of the main job, up to the session that it leaves in its folder: benchmarks, then leak checks, each kept as
 * soon as it is there.
 *
 * @param plan what is measured
 * @param classPath where it is found
 * @param java the executable of the measured JVMs
 * @param javaHome its JDK
 * @param folder where results go
 * @param environment where all of it happens
 */
public record CheckRun(
        RunPlan plan,
        MeasuredClassPath classPath,
        Path java,
        Path javaHome,
        RunFolder folder,
        Environment environment) {

    /** Callers of a leak check: as many as show what leaks only under contention, at no more cost per operation. */
    static final int LEAK_CHECK_THREADS = 10;

    /**
     * The share of the machine that others may use while a time is measured. An idle machine's own services stay well
     * below it; from there on a session is slower than another for a reason that is not in the code.
     */
    public static final double MOST_OF_OTHERS = 0.1;

    /**
     * What a run found.
     *
     * @param session the results, as any later command reads them from the folder
     * @param leaks the leak checks with their samples, in the order of the plan; empty when none was asked for
     * @param broken why benchmarks have no number
     * @param disturbed the share of the machine that others used, for benchmarks where it was too much to judge by
     */
    public record Found(
            Session session,
            List<LeakReport> leaks,
            Map<RunBenchmark, String> broken,
            Map<RunBenchmark, Double> disturbed) {
        public Found {
            leaks = List.copyOf(leaks);
            broken = new LinkedHashMap<>(broken);
            disturbed = new LinkedHashMap<>(disturbed);
        }
    }

    /** How many steps a progress will be told of. */
    private int steps(boolean leakChecks) {
        return measurement().open().size() + (leakChecks ? openLeakChecks().size() : 0);
    }

    /** How long the steps will take at the most. */
    private Duration expected(boolean leakChecks) {
        return plan.profile()
                .benchmarkTime()
                .multipliedBy(measurement().open().size())
                .plus(
                        leakChecks
                                ? plan.profile()
                                        .leakBudget()
                                        .multipliedBy(openLeakChecks().size())
                                : Duration.ZERO);
    }

    /** Does the same as {@link #run} while somebody watches, who may press Ctrl-C. */
    public Found watched(PrintWriter err, boolean leakChecks) throws IOException, InterruptedException {
        return watched(err, leakChecks, folder);
    }

    /**
     * The same as a part of a longer run.
     *
     * @param resumable the folder to go on with after Ctrl-C
     */
    public Found watched(PrintWriter err, boolean leakChecks, RunFolder resumable)
            throws IOException, InterruptedException {
        Interruption interruption = Interruption.announce(err, resumable);
        try (Progress progress = MeasureOptions.progress(err, steps(leakChecks), expected(leakChecks))) {
            return run(progress, leakChecks);
        } finally {
            interruption.withdraw();
        }
    }

    /** Measures what is not there yet, and reads the whole session back. */
    Found run(Progress progress, boolean leakChecks) throws IOException, InterruptedException {
        Environment here = environment.with(Profile.FACT, plan.profile().name());
        AtomicFiles.write(folder.file(SessionFiles.ENVIRONMENT), EnvironmentJson.write(here));
        Optional<MergedRun> merged = merged();
        Map<RunBenchmark, String> broken = merged.isPresent()
                ? merged.get().broken(plan.benchmarks())
                : measurement().run(progress);
        if (!broken.isEmpty()) {
            AtomicFiles.write(folder.file(SessionFiles.INVALID), InvalidFile.content(broken));
        } else {
            Files.deleteIfExists(folder.file(SessionFiles.INVALID));
        }
        OptionalDouble yardstick = folder.yardstick(plan.benchmarks());
        if (yardstick.isPresent()) {
            AtomicFiles.write(
                    folder.file(SessionFiles.ENVIRONMENT),
                    EnvironmentJson.write(
                            MachineSpeed.in(here, yardstick.getAsDouble(), System.getProperty("java.vm.version"))));
        }
        List<LeakReport> leaks = leakChecks ? leakChecks(progress) : List.of();
        return new Found(SessionFiles.run(folder.path()), leaks, broken, disturbed());
    }

    private Map<RunBenchmark, Double> disturbed() throws IOException {
        Map<RunBenchmark, Double> disturbed = new LinkedHashMap<>();
        for (RunBenchmark benchmark : plan.benchmarks()) {
            OptionalDouble others = folder.others(benchmark);
            if (others.orElse(0) > MOST_OF_OTHERS) {
                disturbed.put(benchmark, others.orElseThrow());
            }
        }
        return disturbed;
    }

    private Optional<MergedRun> merged() {
        return MergedRun.in(folder.path());
    }

    private Measurement measurement() {
        return new Measurement(plan, folder, new JmhRunner(java, classPath.entries(), plan, folder));
    }

    private List<String> openLeakChecks() {
        return plan.subjects().stream()
                .filter(subject -> kept(folder.leakPart(subject)).isEmpty())
                .toList();
    }

    /**
     * The same while somebody watches.
     *
     * @param stopped whether somebody pressed Ctrl-C, which ends the measured JVM as well: what it said then counts for nothing
     */
    public List<LeakReport> leakChecks(PrintWriter err, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        int open = openLeakChecks().size();
        try (Progress progress =
                MeasureOptions.progress(err, open, plan.profile().leakBudget().multipliedBy(open))) {
            return leakChecks(
                    progress,
                    (subject, refused) -> {
                        if (!stopped.getAsBoolean()) {
                            throw refused;
                        }
                    },
                    stopped);
        }
    }

    /** Checks the paths for leaks that are not checked yet; reads back what is. */
    public List<LeakReport> leakChecks(Progress progress) throws IOException, InterruptedException {
        return leakChecks(progress, (subject, refused) -> {
            throw refused;
        });
    }

    /**
     * The same, and goes on with the others where one cannot be checked at all.
     *
     * @param orElse is told of a path or benchmark that cannot, and why: bad input, or files that fail
     */
    public List<LeakReport> leakChecks(Progress progress, BiConsumer<String, RuntimeException> orElse)
            throws IOException, InterruptedException {
        return leakChecks(progress, orElse, () -> false);
    }

    private List<LeakReport> leakChecks(
            Progress progress, BiConsumer<String, RuntimeException> orElse, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        List<LeakReport> reports = new ArrayList<>();
        for (String subject : plan.subjects()) {
            Path part = folder.leakPart(subject);
            if (kept(part).isEmpty()) {
                // What the shards could not check, this host should not: it may be none of theirs.
                if (merged().isPresent() || stopped.getAsBoolean()) {
                    continue;
                }
                progress.begin(subject + " leak check", plan.profile().leakBudget());
                try {
                    LeakReport report = leakCheck(subject, progress, stopped);
                    if (stopped.getAsBoolean()) {
                        continue;
                    }
                    AtomicFiles.write(part, LeakReports.toJson(List.of(report)));
                } catch (RuntimeException refused) {
                    orElse.accept(subject, refused);
                    continue;
                }
            }
            reports.addAll(kept(part));
            AtomicFiles.write(folder.file(SessionFiles.LEAKCHECK), LeakReports.toJson(reports));
        }
        return reports;
    }

    /** What an earlier check left; nothing where there was none, or where what it left is torn: that is checked again. */
    private static List<LeakReport> kept(Path part) {
        try {
            return Files.isRegularFile(part) ? LeakReports.fromJson(Files.readString(part)) : List.of();
        } catch (IOException | IllegalArgumentException torn) {
            return List.of();
        }
    }

    private LeakReport leakCheck(String subject, Progress progress, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        Optional<PlainBenchmark> plain = plan.plain().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst();
        if (plain.isPresent()) {
            return new BenchmarkLeakCheck(java, classPath.entries(), plan, folder).check(plain.get(), progress);
        }
        PlannedPath path = plan.paths().stream()
                .filter(one -> one.spec().toString().equals(subject))
                .findFirst()
                .orElseThrow();
        return LeakCheckInDoubt.check(
                plan.profile().leakBudget(),
                (budget, seed) -> LeakChecker.check(leakPlan(path, budget, seed), ProgressListener.NONE),
                stopped,
                progress::note);
    }

    private LeakCheckPlan leakPlan(PlannedPath path, Duration budget, long seed) {
        return LeakCheckPlan.of(path.withFaults().toString(), classPath.entries())
                .name(path.spec().toString())
                .threads(LEAK_CHECK_THREADS)
                .budget(budget)
                .seed(seed)
                .jvmArguments(plan.jvmArguments())
                .javaHome(javaHome)
                .build();
    }
}
