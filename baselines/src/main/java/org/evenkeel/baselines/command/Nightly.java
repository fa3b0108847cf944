package org.evenkeel.baselines.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.report.BaselineUsed;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.history.HistoryJson;
import org.evenkeel.baselines.report.history.NightText;
import org.evenkeel.baselines.report.parts.Parts;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.RunFolder;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.stored.BaselineStore;
import org.evenkeel.baselines.stored.Environments;
import org.evenkeel.baselines.stored.RulesFile;
import org.evenkeel.baselines.stored.history.HistoryStore;
import org.evenkeel.baselines.verdict.Comparer;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.leakcheck.command.AtomicFiles;
import org.evenkeel.leakcheck.command.ExitStatus;
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
            "Ends with 0 when nothing wrong was found, 1 when something got slower, leaks or is broken, 2 on bad input or"
                    + " when another nightly is at work, 3 while there are too few nights to judge by, 4 when the machine"
                    + " was too busy to judge times.",
            "A night that was killed goes on with --resume --out DIR; what it had measured is kept."
        })
final class Nightly implements Callable<ExitStatus> {

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
        measure.profile = Profile.NIGHTLY.name();
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
            CheckRun run = new CheckRun(plan, classPath, java, measure.home(), folder, environment);
            NightRun night = new NightRun(run, store, spec.commandLine().getErr());
            NightRun.Measured measured = night.measure(!noLeakcheck);
            NightRun.Judged judged = night.judge(!noAgain);
            return report(plan, environment, folder, measured, judged);
        } finally {
            lock.close();
        }
    }

    private ExitStatus report(
            RunPlan plan, Environment environment, RunFolder folder, NightRun.Measured measured, NightRun.Judged judged)
            throws IOException {
        CheckRun.Found found = measured.found();
        Options options = Options.DEFAULT
                .withMargin(plan.profile().equivalenceMargin())
                .withRules(RulesFile.beside(new BaselineStore(StoreFolder.byDefault())));
        // Leaks, broken invariants and objectives need nothing to be compared with; times are the history's business.
        Comparison alone = Comparer.compare(
                List.of(Session.of("no baseline", List.of())), List.of(found.session()), List.of(), options);
        CheckReport page = new CheckReport(
                        environment,
                        found.session(),
                        found.leaks(),
                        new BaselineUsed.None("history"),
                        alone,
                        measured.notes())
                .with(Parts.NONE
                        .withSides(ReportFiles.side(List.of()), ReportFiles.side(List.of(found.session())))
                        .withHistory(NightText.lines(judged.history(), judged.verdict())));
        ReportFiles.write(folder.path(), alone);
        ReportFiles.writePage(folder.path(), page);
        NightText.Night summary = new NightText.Night(
                judged.history(), judged.verdict(), judged.tonight(), measured.notes(), page.problems());
        String text = NightText.render(summary);
        AtomicFiles.write(folder.file("night.md"), text);
        AtomicFiles.write(folder.file("history.json"), HistoryJson.render(judged.verdict()));
        BatchMetricsFiles.write(folder, plan, found);
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.println("Report: " + folder.file("report.html"));
        return status(page, measured, judged);
    }

    private static ExitStatus status(CheckReport page, NightRun.Measured measured, NightRun.Judged judged) {
        boolean isWrong =
                !page.problems().isEmpty() || !judged.alarmsOfTonight().isEmpty();
        boolean isYoung =
                judged.verdict().setAside().size() == judged.history().lives().size();
        return ExitStatus.worst(
                isWrong ? ExitStatus.WRONG : ExitStatus.OK,
                measured.found().disturbed().isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED,
                isYoung ? ExitStatus.NO_BASELINE : ExitStatus.OK);
    }
}
