package org.evenkeel.suite.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.stored.RulesFile;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.Share;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.ab.command.StandingVerdicts;
import org.evenkeel.suite.baseline.BaselineRecorder;
import org.evenkeel.suite.check.selftest.SelfTest;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.Compared;
import org.evenkeel.suite.command.JudgedInTurn;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.command.MergedRun;
import org.evenkeel.suite.command.Planned;
import org.evenkeel.suite.command.RemovalOptions;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.nightly.report.HistoryLines;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.stored.HistoryStore;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.plain.PlainInTurn;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.CheckSummary;
import org.evenkeel.suite.report.parts.HistoryLine;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.shards.command.ShardOptions;
import org.evenkeel.suite.shards.command.ShardedRun;
import org.evenkeel.suite.shards.run.TimeTaken;
import org.evenkeel.suite.sides.BaseCode;
import org.evenkeel.suite.sides.BaseCodeFinder;
import org.evenkeel.suite.sides.KeptCode;
import org.evenkeel.suite.sides.Sides;
import org.evenkeel.suite.why.CheckWhy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: measure, check for leaks, compare, report. */
@Command(
        name = "check",
        description =
                "Measures every hot path in four forms, checks it for leaks, compares with the baseline, reports.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Ends with 0 when nothing wrong was found, 1 on a regression, a leak, a broken invariant or a missed"
                    + " objective, 2 on bad input, 3 when there is no baseline of this kind of machine (what does not"
                    + " depend on the machine is judged all the same), 4 when something could not be decided."
        })
public final class Check implements Callable<ExitStatus> {

    static final String DEFAULT_BASELINE = "main";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Mixin
    private ShardOptions shards = new ShardOptions();

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description =
                    "Baseline to compare with; without --base, times are measured in turn with its code. Default: "
                            + DEFAULT_BASELINE + ".")
    private String baselineName = DEFAULT_BASELINE;

    @Mixin
    private NamedBase named = new NamedBase();

    @Option(
            names = "--all",
            description = "Measure the paths that run the same code as the baseline too, and settle every form.")
    private boolean all;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Longest measurement of one changed path, such as 10m. Default: 5m for four forms.")
    private @Nullable String budget;

    @Option(
            names = "--busy",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "What is measured while others use more of the machine is repeated; 10%% by default.")
    private Share busy = new Share(CheckRun.MOST_OF_OTHERS);

    @Option(
            names = "--record",
            description =
                    "Measure a whole session too, and record it with its code as a local baseline under the name of"
                            + " --baseline; not when something is wrong, or open about times.")
    private boolean record;

    @Option(names = "--force", description = "With --record: record although something is open about times.")
    private boolean force;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where baselines are kept. Default: the folder baselines of the repository.")
    private Path store = StoreFolder.byDefault();

    @Option(
            names = "--objectives",
            paramLabel = "FILE",
            description = "Absolute limits to judge besides. Default: objectives.json in --store, if there is one.")
    private @Nullable Path objectives;

    @Option(
            names = "--why",
            description =
                    "Profile what got slower or allocates more on both sides, and say which frame and which edit.")
    private boolean why;

    @Mixin
    private RemovalOptions removals = new RemovalOptions();

    @Option(names = "--no-leakcheck", description = "Only measure and compare.")
    private boolean noLeakcheck;

    @Option(
            names = "--self-test",
            description = "Plant faults of known size and show that each gate finds its own, on this machine.")
    private boolean selfTest;

    /** The part of a run that this is; null where it is all of it. */
    private @Nullable ShardedRun part;

    private boolean interrupted;

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        measure.recall();
        named.check(measure);
        measure.build(named.build(), err);
        MeasuredClassPath classPath = measure.measuredClassPath();
        if (selfTest) {
            return new SelfTest(measure, classPath, out, err).run();
        }
        RunPlan plan = measure.plan(classPath);
        // Read for its mistakes: what takes minutes must not come before them.
        var unused = removals.accepted();
        if (!shards.isGiven()) {
            return check(plan, classPath);
        }
        if (record) {
            throw new BadInputException(
                    "--record: a shard is a part of a session; record what scripts/merge makes of all");
        }
        try (ShardedRun shard = shards.begin("check", plan, !noLeakcheck, classPath.entries())) {
            shard.announce(err);
            part = shard;
            Optional<RunPlan> own = shard.own();
            return own.isPresent()
                    ? check(own.get(), classPath)
                    : shard.finishEmpty(
                            measure.folder(Clock.systemUTC()),
                            Environments.capture(measure.jvm.home(), plan.jvmArguments(), Optional.empty()));
        }
    }

    private ExitStatus check(RunPlan plan, MeasuredClassPath classPath) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Duration> longest = Optional.ofNullable(budget).map(text -> Grammar.duration("--budget", text));
        if (record && plan.paths().stream().anyMatch(path -> !path.faults().isEmpty())) {
            throw new BadInputException("--record: a session with planted faults is no baseline; leave the faults out");
        }
        Path java = measure.jvm.executable();
        Environment environment = Environments.capture(measure.jvm.home(), plan.jvmArguments(), Optional.empty());
        BaselineStore baselines = new BaselineStore(store);
        // Read before anything is measured: a baseline that is damaged should not cost anybody six minutes.
        Compared compared =
                Compared.with(baselines, baselineName, environment, plan.profile(), new Planned(plan, !noLeakcheck));
        Options options = Options.DEFAULT
                .withMargin(plan.profile().equivalenceMargin())
                .withRules(objectives == null ? RulesFile.beside(baselines) : RulesFile.read(objectives));
        RunFolder folder = RunFolder.open(measure.folder(Clock.systemUTC()), plan, measure.resume);
        if (MergedRun.in(folder.path()).isPresent()) {
            throw new BadInputException("--resume: " + folder.path()
                    + " was merged from shards, each of which is judged already; its verdict is in comparison.json");
        }
        if (part != null) {
            part.claim(folder.path());
        }
        measure.remember(folder.path());
        CheckRun run = new CheckRun(plan, classPath, java, measure.jvm.home(), folder, environment);
        BaseCodeFinder finder = new BaseCodeFinder(
                new KeptCode(baselines.code()), measure.benchmarks, measure.classPath, folder.file("base-build.log"));
        Optional<BaseCode> code = baseCode(finder, compared, err);
        if (code.isPresent() && code.get() instanceof BaseCode.Found found) {
            JudgedInTurn times = measure.selection.isPlain()
                    ? new PlainInTurn(
                            plan,
                            found.classPath(),
                            classPath.entries(),
                            java,
                            folder,
                            new PlainInTurn.Settings(
                                    longest, all, busy.value(), measure.selection.plain(), removals.accepted()),
                            err)
                    : new TimesInTurn(
                            plan,
                            found,
                            classPath,
                            java,
                            folder,
                            new TimesInTurn.Settings(
                                    longest, all, busy.value(), part == null ? 0 : part.benchmarksOfRun(), mayGo()),
                            err);
            return inTurn(times, found, run, compared, options, finder);
        }
        code.ifPresent(missing -> err.println("check: times cannot be measured in turn with the baseline's code: "
                + ((BaseCode.Missing) missing).why()));
        CheckRun.Found found = run.watched(err, !noLeakcheck);
        Compared alike = compared.whereTheMachineWasAsFastAsIn(found.session());
        List<String> notJudged = new ArrayList<>(alike.notJudged(found));
        code.ifPresent(missing ->
                notJudged.add("times in turn with the baseline's code, because " + ((BaseCode.Missing) missing).why()));
        CheckReport report = new CheckReport(
                        environment,
                        found.session(),
                        found.leaks(),
                        alike.baseline(),
                        alike.compare(found, new Planned(plan, !noLeakcheck), options),
                        notJudged)
                .with(Parts.NONE
                        .withSides(
                                ReportFiles.side(
                                        alike.baseline() instanceof BaselineUsed.Same ? alike.sessions() : List.of()),
                                ReportFiles.side(List.of(found.session())))
                        .withHistory(history(found.session())));
        return finish(report, folder, found, finder, run);
    }

    /** What of the base may be missing; of a run in shards the first one says what is. */
    private Optional<Predicate<String>> mayGo() {
        boolean isMine = part == null || part.isFirst();
        return measure.selection.paths().isEmpty() && isMine ? Optional.of(removals.accepted()) : Optional.empty();
    }

    /** The code to measure in turn with; empty where there is no baseline, and nobody named a base. */
    private Optional<BaseCode> baseCode(BaseCodeFinder finder, Compared compared, PrintWriter err)
            throws IOException, InterruptedException {
        Optional<BaseCode> other = named.find(measure, finder, err);
        if (other.isPresent()) {
            return other;
        }
        return compared.context().isEmpty() ? Optional.empty() : Optional.of(finder.of(compared.context(), err));
    }

    private ExitStatus inTurn(
            JudgedInTurn times,
            BaseCode.Found base,
            CheckRun run,
            Compared compared,
            Options options,
            BaseCodeFinder finder)
            throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        StandingVerdicts standing = new StandingVerdicts(times::stop);
        try {
            times.run();
            Optional<CheckRun.Found> whole = Optional.empty();
            if ((record || !options.rules().objectives().isEmpty()) && !times.isStopped()) {
                whole = Optional.of(run.watched(err, false));
            }
            List<String> notJudged = new ArrayList<>();
            List<LeakReport> leaks = List.of();
            if (!noLeakcheck) {
                leaks = run.leakChecks(err, times::isStopped);
                if (leaks.size() < run.plan().subjects().size()) {
                    notJudged.add("leak checks of "
                            + Words.counted(
                                    run.plan().subjects().size() - leaks.size(),
                                    measure.selection.isPlain() ? "benchmark" : "path")
                            + ": the run was stopped; go on with --resume --out "
                            + run.folder().path());
                }
            }
            interrupted = times.isStopped();
            CheckReport report = new ReportInTurn(run, compared, options, !noLeakcheck, this::history)
                    .of(times, base, leaks, notJudged, whole);
            ExitStatus status = finish(
                    report,
                    run.folder(),
                    whole.orElseGet(() -> new CheckRun.Found(report.session(), report.leaks(), Map.of(), Map.of())),
                    finder,
                    run);
            standing.reported(status.code());
            if (why && status == ExitStatus.WRONG && !times.isStopped()) {
                explain(report.comparison(), base, run);
            }
            return status;
        } finally {
            standing.withdraw();
        }
    }

    private void explain(Comparison comparison, BaseCode.Found code, CheckRun run)
            throws IOException, InterruptedException {
        Sides sides = new Sides(code.classPath(), run.classPath().entries());
        CheckWhy explaining = new CheckWhy(
                run.java(),
                run.plan(),
                sides,
                named.ref(),
                run.folder().path(),
                spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        out.print(explaining.explain(comparison));
        out.flush();
    }

    private ExitStatus finish(
            CheckReport report, RunFolder folder, CheckRun.Found found, BaseCodeFinder finder, CheckRun run)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ReportFiles.write(folder.path(), report);
        out.print(CheckSummary.render(report));
        out.println("Report: " + folder.file("report.html"));
        TimeTaken.write(folder, run.plan());
        out.flush();
        if (part != null && !interrupted) {
            return part.finish(folder.path(), run.environment(), found.broken(), report.status());
        }
        return ExitStatus.worst(
                report.status(),
                record
                        ? new BaselineRecorder(
                                        new BaselineStore(store),
                                        baselineName,
                                        force,
                                        finder,
                                        out,
                                        spec.commandLine().getErr())
                                .keep(report, run, found)
                        : ExitStatus.OK);
    }

    /** What nights have measured of the same, where there were any. */
    private List<HistoryLine> history(Session session) {
        History history = new HistoryStore(store.resolve("history")).history();
        List<Life> lives = history.lives().stream()
                .filter(life -> session.series().containsKey(life.identity()))
                .toList();
        History ofThese = new History(history.nights(), lives);
        return lives.isEmpty() ? List.of() : HistoryLines.of(ofThese, HistoryJudge.judge(ofThese));
    }
}
