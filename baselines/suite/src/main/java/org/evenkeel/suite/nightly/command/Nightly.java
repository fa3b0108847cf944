package org.evenkeel.suite.nightly.command;

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
import java.util.stream.Stream;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.stored.RulesFile;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.batch.BatchMetricsFiles;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.command.MergedRun;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.nightly.report.HistoryJson;
import org.evenkeel.suite.nightly.report.HistoryLines;
import org.evenkeel.suite.nightly.report.HistoryText;
import org.evenkeel.suite.nightly.report.NightText;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.stored.NightStore;
import org.evenkeel.suite.nightly.verdict.SetAside;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.shards.command.ShardOptions;
import org.evenkeel.suite.shards.command.ShardedRun;
import org.evenkeel.suite.shards.run.TimeTaken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The night: measure everything, check it for leaks, append it to the history, judge it, report. */
@Command(
        name = "nightly",
        description = "Measures every hot path, checks it for leaks, appends the night to the history and judges it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Ends with 0 when nothing wrong was found, 1 when something got slower, leaks or is broken, 2 on bad"
                    + " input, when another nightly is at work, or when the night could not be stored, 3 while there are"
                    + " too few nights to judge by, 4 when the machine was too busy to judge times or a leak check decided"
                    + " nothing.",
            "A night that was killed goes on with --resume --out DIR; what it had measured is kept."
        })
public final class Nightly implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Mixin
    private ShardOptions shards = new ShardOptions();

    @Option(
            names = "--history",
            paramLabel = "PLACE",
            description = "Where nights are kept: a folder, or jdbc:postgresql://HOST/DATABASE. Default: the folder"
                    + " baselines/history of the repository.")
    private String root = HistoryCommand.byDefault().toString();

    @Option(
            names = "--store-only",
            description = "Append the night and judge nothing: a role of the database that may only insert is enough.")
    private boolean storeOnly;

    @Option(names = "--no-leakcheck", description = "Only measure and judge.")
    private boolean noLeakcheck;

    @Option(
            names = "--no-again",
            description = "Do not measure suspects again with fresh forks in the same night: the next night decides.")
    private boolean noAgain;

    @Option(
            names = "--load",
            paramLabel = "SCENARIO",
            description = "Drive every path with this scenario as well, a preset such as baseline or a YAML file; its"
                    + " response times are judged like the others, its objectives at once.")
    private @Nullable String load;

    @Option(
            names = "--bisect",
            paramLabel = "TIME",
            description =
                    "For each alarm, find the commit and the frame behind it, in so much time for all; such as 30m.")
    private @Nullable String bisect;

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Option(
            names = "--validate",
            paramLabel = "DIR",
            description = "Measure nothing, but check the six files of a folder batch_metrics.")
    private @Nullable Path validate;

    Nightly() {
        measure.defaultProfile = Profile.NIGHTLY.name();
    }

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        if (validate != null) {
            List<String> problems = BatchMetricsFiles.problems(validate);
            problems.forEach(spec.commandLine().getOut()::println);
            spec.commandLine()
                    .getOut()
                    .println(problems.isEmpty() ? "all six files are sound" : problems.size() + " problem(s)");
            return problems.isEmpty() ? ExitStatus.OK : ExitStatus.WRONG;
        }
        measure.recall();
        Optional<Duration> searching = Optional.ofNullable(bisect).map(text -> Grammar.duration("--bisect", text));
        build.check();
        measure.build(build, spec.commandLine().getErr());
        MeasuredClassPath classPath = measure.measuredClassPath();
        RunPlan plan = measure.plan(classPath);
        Path java = measure.jvm.executable();
        if (shards.isGiven()) {
            return shard(plan, classPath);
        }
        NightStore store = NightStore.at(root);
        NightLock lock = NightLock.take(store.lockFolder());
        try {
            // Asked before anything is measured: a history that cannot be used should not cost anybody a night.
            store.requireWritable();
            if (!storeOnly) {
                store.heads();
            }
            Environment environment = Environments.capture(measure.jvm.home(), plan.jvmArguments(), Optional.empty());
            Path place = measure.folder(Clock.systemUTC());
            RunFolder folder = RunFolder.open(place, plan, measure.resume);
            measure.remember(folder.path());
            CheckRun run = new CheckRun(
                    plan,
                    classPath,
                    java,
                    measure.jvm.home(),
                    folder,
                    MergedRun.in(folder.path()).map(MergedRun::environment).orElse(environment));
            NightRun night = new NightRun(run, store, spec.commandLine().getErr());
            NightLoad driven = load == null
                    ? null
                    : new NightLoad(run, load, spec.commandLine().getErr());
            CheckRun.Found found = night.measure(!noLeakcheck);
            TimeTaken.write(folder, plan);
            if (driven != null) {
                night.load(driven);
            }
            if (storeOnly) {
                return stored(night, found);
            }
            NightRun.Judged judged = night.judge(!noAgain);
            return report(run, night, found, judged, searching);
        } finally {
            lock.close();
        }
    }

    private ExitStatus stored(NightRun night, CheckRun.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        night.mishaps().forEach(out::println);
        night.notJudged().forEach(out::println);
        night.missed().forEach(out::println);
        found.broken().forEach((benchmark, reason) -> out.println(benchmark.label() + ": " + reason));
        if (night.isKept()) {
            out.println("The night is stored in " + NightStore.at(root).place() + ", and judged by nobody yet");
        }
        ExitStatus kept = night.isKept() ? ExitStatus.OK : ExitStatus.BAD_INPUT;
        boolean isSound = found.broken().isEmpty() && night.missed().isEmpty();
        return ExitStatus.worst(kept, isSound ? ExitStatus.OK : ExitStatus.WRONG);
    }

    private ExitStatus shard(RunPlan plan, MeasuredClassPath classPath) throws IOException, InterruptedException {
        Environment environment = Environments.capture(measure.jvm.home(), plan.jvmArguments(), Optional.empty());
        try (ShardedRun shard = shards.begin("nightly", plan, !noLeakcheck, classPath.entries())) {
            return shard.measure(
                    measure,
                    classPath,
                    environment,
                    !noLeakcheck,
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }

    private ExitStatus report(
            CheckRun run, NightRun night, CheckRun.Found found, NightRun.Judged judged, Optional<Duration> searching)
            throws IOException {
        RunFolder folder = run.folder();
        Options options = Options.DEFAULT
                .withMargin(run.plan().profile().equivalenceMargin())
                .withRules(RulesFile.beside(new BaselineStore(StoreFolder.byDefault())));
        // Leaks, broken invariants and objectives need nothing to be compared with; times are the history's business.
        Comparison alone = Comparer.compare(
                List.of(Session.of("no baseline", List.of())), List.of(found.session()), List.of(), options);
        Causes causes = searching.isPresent() ? causesOrNone(run, found, judged, searching.get()) : Causes.NONE;
        List<NightAlarm> ofHistory = judged.alarmsOfTonight().stream()
                .map(alarm -> new NightAlarm(
                        HistoryText.name(alarm.identity(), judged.verdict().names()),
                        HistoryText.line(alarm, judged.verdict().names())
                                + causes.ofAlarms().getOrDefault(alarm.identity(), "")))
                .toList();
        List<NightAlarm> others = new ArrayList<>(causes.ofLeaks());
        night.missed().forEach(line -> others.add(new NightAlarm("load", line)));
        List<NightAlarm> alarms = new ArrayList<>(ofHistory);
        alarms.addAll(others);
        CheckReport page = new CheckReport(
                        run.environment(),
                        found.session(),
                        found.leaks(),
                        new BaselineUsed.Nights(longestLife(judged.history()), SetAside.NIGHTS_NEEDED, alarms),
                        alone,
                        night.notJudged())
                .with(Parts.NONE
                        .withSides(ReportFiles.side(List.of()), ReportFiles.side(List.of(found.session())))
                        .withHistory(HistoryLines.of(judged.history(), judged.verdict())));
        NightText.Night summary = new NightText.Night(
                judged.history(),
                judged.verdict(),
                judged.alarmsOfTonight(),
                causes.ofAlarms(),
                Stream.concat(others.stream().map(NightAlarm::text), page.problemsOfTheRun().stream())
                        .toList(),
                night.mishaps(),
                night.notJudged());
        String text = NightText.render(summary);
        PrintWriter out = spec.commandLine().getOut();
        // Said before anything is written: the disk may be full, and this is what somebody waits for.
        out.print(text);
        AtomicFiles.write(folder.file("night.md"), text);
        AtomicFiles.write(folder.file("history.json"), HistoryJson.render(judged.verdict()));
        ReportFiles.write(folder.path(), page);
        BatchMetricsFiles.write(folder, run.plan(), found);
        out.println("Report: " + folder.file("report.html"));
        return night.isKept() ? page.status() : ExitStatus.BAD_INPUT;
    }

    /** What stands behind alarms and leaks. */
    private record Causes(Map<Identity, String> ofAlarms, List<NightAlarm> ofLeaks) {
        static final Causes NONE = new Causes(Map.of(), List.of());
    }

    /** Whatever happens to the search, somebody waits for the night. */
    private Causes causesOrNone(CheckRun run, CheckRun.Found found, NightRun.Judged judged, Duration budget) {
        try {
            return causes(run, found, judged, budget);
        } catch (IOException | BadInputException failed) {
            spec.commandLine().getErr().println("nightly: the causes could not be searched: " + failed.getMessage());
            return Causes.NONE;
        }
    }

    private Causes causes(CheckRun run, CheckRun.Found found, NightRun.Judged judged, Duration budget)
            throws IOException {
        NightCauses search = new NightCauses(
                run.plan(),
                run.folder().path(),
                common(run),
                budget,
                spec.commandLine().getErr(),
                System::nanoTime);
        List<Night> nights = judged.history().nights();
        if (nights.isEmpty()) {
            return Causes.NONE;
        }
        Map<Identity, String> ofAlarms = search.ofAlarms(judged.alarmsOfTonight(), nights);
        List<NightAlarm> ofLeaks = new ArrayList<>();
        for (LeakReport leak : found.leaks()) {
            if (leak.verdictName() == LeakVerdictName.GROWING) {
                search.ofLeak(leak.workload(), nights)
                        .ifPresent(text -> ofLeaks.add(new NightAlarm(leak.workload() + " leaks since", text)));
            }
        }
        return new Causes(ofAlarms, ofLeaks);
    }

    /** What tells {@code bisect} and {@code why} how to build and to run. */
    private List<String> common(CheckRun run) {
        List<String> common = new ArrayList<>();
        build.jar()
                .ifPresent(how -> common.addAll(
                        List.of("--build", how.command(), "--built", how.jar().toString())));
        common.addAll(List.of("--java", run.javaHome().toString()));
        run.plan().jvmArguments().forEach(argument -> common.addAll(List.of("--jvm-arg", argument)));
        return common;
    }

    private static int longestLife(History history) {
        return history.lives().stream()
                .mapToInt(life -> life.points().size())
                .max()
                .orElse(0);
    }
}
