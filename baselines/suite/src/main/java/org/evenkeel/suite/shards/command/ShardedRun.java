package org.evenkeel.suite.shards.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Shard;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.plan.Measure;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.shards.plan.Group;
import org.evenkeel.suite.shards.plan.ShardPlan;
import org.evenkeel.suite.shards.run.CodeId;
import org.evenkeel.suite.shards.run.Durations;
import org.evenkeel.suite.shards.run.HostLock;
import org.evenkeel.suite.shards.run.ShardHost;
import org.evenkeel.suite.shards.run.ShardRecord;
import org.evenkeel.suite.shards.run.TimeTaken;

/** The part of a run that this process measures, from the division of the plan to the file that says it is done. */
public final class ShardedRun implements AutoCloseable {

    private static final String HOST_FILE = "shard-host.txt";

    private final Shard shard;
    private final String command;
    private final String run;
    private final RunPlan whole;
    private final ShardPlan division;
    private final ShardHost host;
    private final HostLock lock;
    private final List<Path> classPath;
    private final long startMillis;

    /** @param division of {@code whole}, which is nowhere empty but where there are more shards than paths */
    private ShardedRun(
            Shard shard,
            String command,
            String run,
            RunPlan whole,
            ShardPlan division,
            ShardHost host,
            HostLock lock,
            List<Path> classPath) {
        this.shard = shard;
        this.command = command;
        this.run = run;
        this.whole = whole;
        this.division = division;
        this.host = host;
        this.lock = lock;
        this.classPath = classPath;
        this.startMillis = System.currentTimeMillis();
    }

    static ShardedRun begin(
            ShardOptions options,
            String command,
            RunPlan whole,
            boolean leakChecks,
            List<Path> classPath,
            Map<String, String> variables)
            throws IOException {
        Shard shard = options.shard(variables);
        ShardPlan division = divide(whole, leakChecks, options.durations(), shard.count());
        String run = options.run(variables, division.fingerprint());
        ShardHost host = ShardHost.here(variables);
        HostLock lock = HostLock.take(Path.of(System.getProperty("java.io.tmpdir")), run, shard, host);
        return new ShardedRun(shard, command, run, whole, division, host, lock, classPath);
    }

    /** Divides a plan; the forms of a path are one group. */
    static ShardPlan divide(RunPlan whole, boolean leakChecks, Durations known, int count) {
        double planned = whole.profile().benchmarkTime().toMillis()
                        / 1000.0
                        * whole.forms().size()
                        * Measure.values().length
                + (leakChecks ? whole.profile().leakBudget().toSeconds() : 0);
        List<Group> groups = new ArrayList<>();
        for (PlannedPath path : whole.paths()) {
            String name = path.spec().toString();
            groups.add(new Group(name, known.of(name).orElse(planned)));
        }
        return ShardPlan.of(whole.signature() + " leakChecks=" + leakChecks, groups, count);
    }

    /** What this process measures; empty where there are more shards than paths. */
    public Optional<RunPlan> own() {
        List<String> names = division.paths(shard.index());
        List<PlannedPath> paths = names.stream()
                .flatMap(name -> whole.paths().stream()
                        .filter(path -> path.spec().toString().equals(name)))
                .toList();
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunPlan(paths, whole.forms(), whole.profile(), whole.jvmArguments()));
    }

    /** How many benchmarks the whole run has: all shards share the error that a run may make. */
    public int benchmarksOfRun() {
        return whole.paths().size() * whole.forms().size();
    }

    /** Whether this is the shard that speaks for what belongs to none of them. */
    public boolean isFirst() {
        return shard.index() == 0;
    }

    /** Says what will be measured here. */
    public void announce(PrintWriter err) {
        List<String> paths = division.paths(shard.index());
        err.println(String.format(
                Locale.ROOT,
                "shard %s of run %s on %s: %s",
                shard,
                run,
                host.name(),
                paths.isEmpty()
                        ? "nothing to measure, as there are only "
                                + whole.paths().size() + " paths"
                        : String.join(", ", paths)
                                + String.format(Locale.ROOT, " (about %.0f s)", division.seconds(shard.index()))));
    }

    /**
     * Notes where the folder of the shard is measured.
     *
     * @throws BadInputException when a part of it was measured on another host
     */
    public void claim(Path folder) throws IOException {
        Path file = folder.resolve(HOST_FILE);
        if (Files.isRegularFile(file) && !Files.readString(file).strip().equals(host.id())) {
            throw new BadInputException("--resume: " + folder
                    + " was begun on another host, or before this one was started again, and what belongs together is"
                    + " measured on one; give another --out");
        }
        AtomicFiles.write(file, host.id() + "\n");
    }

    /**
     * Says that the shard is done.
     *
     * @param broken why benchmarks gave no number
     * @param status what the command would have ended with
     * @return {@link ExitStatus#OK}: a scheduler runs again what fails, and what was found is the merge's to say
     */
    public ExitStatus finish(
            Path folder, Environment environment, Map<RunBenchmark, String> broken, ExitStatus status) {
        SortedMap<String, String> reasons = new TreeMap<>();
        broken.forEach((benchmark, reason) -> reasons.put(benchmark.fileName(), reason));
        new ShardRecord(
                        UUID.randomUUID().toString(),
                        shard,
                        command,
                        run,
                        whole.signature(),
                        division.fingerprint(),
                        division.shards().stream()
                                .map(groups -> groups.stream().map(Group::path).toList())
                                .toList(),
                        own().map(RunPlan::benchmarks).orElse(List.of()).stream()
                                .map(RunBenchmark::fileName)
                                .toList(),
                        reasons,
                        CodeId.of(environment, classPath),
                        host,
                        startMillis,
                        Math.max(startMillis, System.currentTimeMillis()),
                        status.code())
                .write(folder);
        return ExitStatus.OK;
    }

    /** Measures the part, as those commands do that compare nothing on the way. */
    public ExitStatus measure(
            MeasureOptions measure,
            MeasuredClassPath classes,
            Environment environment,
            boolean leakChecks,
            PrintWriter out,
            PrintWriter err)
            throws IOException, InterruptedException {
        announce(err);
        Optional<RunPlan> own = own();
        Path place = measure.folder(Clock.systemUTC());
        if (own.isEmpty()) {
            return finishEmpty(place, environment);
        }
        RunFolder folder = open(place, own.get(), measure.resume);
        measure.remember(folder.path());
        CheckRun part =
                new CheckRun(own.get(), classes, measure.jvm.executable(), measure.jvm.home(), folder, environment);
        CheckRun.Found found = part.watched(err, false);
        if (leakChecks) {
            leakChecks(part, err);
        }
        TimeTaken.write(folder, own.get());
        found.broken().forEach((benchmark, reason) -> out.println(benchmark.label() + ": " + reason));
        out.println("Shard " + shard + ": " + folder.path() + "; scripts/merge makes one run of all shards");
        return finish(
                folder.path(),
                environment,
                found.broken(),
                found.broken().isEmpty() ? ExitStatus.OK : ExitStatus.WRONG);
    }

    private static void leakChecks(CheckRun part, PrintWriter err) throws IOException, InterruptedException {
        int paths = part.plan().paths().size();
        try (Progress progress = MeasureOptions.progress(
                err, paths, part.plan().profile().leakBudget().multipliedBy(paths))) {
            var unused = part.leakChecks(
                    progress,
                    (subject, refused) -> err.println(subject + " was not checked for leaks: " + refused.getMessage()));
        }
    }

    /** Says that a shard is done that had nothing to measure. */
    public ExitStatus finishEmpty(Path folder, Environment environment) {
        AtomicFiles.requireWritable(folder);
        return finish(folder, environment, Map.of(), ExitStatus.OK);
    }

    /** The folder of the run that is gone on with, or of a new one. */
    RunFolder open(Path place, RunPlan own, boolean resume) throws IOException {
        RunFolder folder = RunFolder.open(place, own, resume);
        claim(folder.path());
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
