package org.evenkeel.suite.nightly.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.stored.RulesFile;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.batch.BatchMetricsFiles;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.nightly.report.HistoryJson;
import org.evenkeel.suite.nightly.report.HistoryLines;
import org.evenkeel.suite.nightly.report.HistoryText;
import org.evenkeel.suite.nightly.report.NightText;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.stored.HistoryStore;
import org.evenkeel.suite.nightly.verdict.SetAside;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
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
            "Ends with 0 when nothing wrong was found, 1 when something got slower, leaks or is broken, 2 on bad input, when"
                    + " another nightly is at work, or when the night could not be stored, 3 while there are too few"
                    + " nights to judge by, 4 when the machine was too busy to judge times or a leak check decided nothing.",
            "A night that was killed goes on with --resume --out DIR; what it had measured is kept."
        })
public final class Nightly implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Where nights are kept. Default: the folder baselines/history of the repository.")
    private Path root = HistoryCommand.byDefault();

    @Option(names = "--no-leakcheck", description = "Only measure and judge.")
    private boolean noLeakcheck;

    @Option(
            names = "--no-again",
            description = "Do not measure suspects again with fresh forks in the same night: the next night decides.")
    private boolean noAgain;

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
        MeasuredClassPath classPath = measure.measuredClassPath();
        RunPlan plan = measure.plan(classPath);
        Path java = measure.java();
        NightLock lock = NightLock.take(root);
        try {
            HistoryStore store = new HistoryStore(root);
            // Read before anything is measured: a history that cannot be read should not cost anybody a night.
            store.nights();
            Environment environment = Environments.capture(measure.home(), plan.jvmArguments(), Optional.empty());
            Path place = measure.folder(Clock.systemUTC());
            RunFolder folder = RunFolder.open(place, plan, measure.resume);
            measure.remember(folder.path());
            CheckRun run = new CheckRun(plan, classPath, java, measure.home(), folder, environment);
            NightRun night = new NightRun(run, store, spec.commandLine().getErr());
            CheckRun.Found found = night.measure(!noLeakcheck);
            NightRun.Judged judged = night.judge(!noAgain);
            return report(run, night, found, judged);
        } finally {
            lock.close();
        }
    }

    private ExitStatus report(CheckRun run, NightRun night, CheckRun.Found found, NightRun.Judged judged)
            throws IOException {
        RunFolder folder = run.folder();
        Options options = Options.DEFAULT
                .withMargin(run.plan().profile().equivalenceMargin())
                .withRules(RulesFile.beside(new BaselineStore(StoreFolder.byDefault())));
        // Leaks, broken invariants and objectives need nothing to be compared with; times are the history's business.
        Comparison alone = Comparer.compare(
                List.of(Session.of("no baseline", List.of())), List.of(found.session()), List.of(), options);
        List<NightAlarm> alarms = judged.alarmsOfTonight().stream()
                .map(alarm -> new NightAlarm(alarm.identity().toString(), HistoryText.line(alarm)))
                .toList();
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
                page.problems().stream()
                        .filter(problem ->
                                alarms.stream().noneMatch(alarm -> alarm.text().equals(problem)))
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

    private static int longestLife(History history) {
        return history.lives().stream()
                .mapToInt(life -> life.points().size())
                .max()
                .orElse(0);
    }
}
