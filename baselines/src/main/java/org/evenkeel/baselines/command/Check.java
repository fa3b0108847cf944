package org.evenkeel.baselines.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.report.BaselineUsed;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.CheckSummary;
import org.evenkeel.baselines.report.parts.HistoryLine;
import org.evenkeel.baselines.report.parts.HistoryLines;
import org.evenkeel.baselines.report.parts.Parts;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.RunFolder;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Environment.Difference;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.MachineSpeed;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.samples.history.History;
import org.evenkeel.baselines.samples.history.Life;
import org.evenkeel.baselines.stored.Baseline;
import org.evenkeel.baselines.stored.BaselineStore;
import org.evenkeel.baselines.stored.Environments;
import org.evenkeel.baselines.stored.RulesFile;
import org.evenkeel.baselines.stored.history.HistoryStore;
import org.evenkeel.baselines.verdict.Comparer;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.baselines.verdict.history.HistoryJudge;
import org.evenkeel.leakcheck.command.BadInputException;
import org.evenkeel.leakcheck.command.ExitStatus;
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
final class Check implements Callable<ExitStatus> {

    static final String DEFAULT_BASELINE = "main";

    /** Compared with it, what stands alone is judged. */
    private static final List<Session> NOTHING = List.of(Session.of("no baseline", List.of()));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Baseline to compare with. Default: " + DEFAULT_BASELINE + ".")
    private String baselineName = DEFAULT_BASELINE;

    @Option(
            names = "--record",
            description = "Record this session as a local baseline under the name of --baseline, if nothing is wrong.")
    private boolean record;

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

    @Option(names = "--no-leakcheck", description = "Only measure and compare.")
    private boolean noLeakcheck;

    @Option(
            names = "--self-test",
            description = "Plant faults of known size and show that each gate finds its own, on this machine.")
    private boolean selfTest;

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        MeasuredClassPath classPath = measure.measuredClassPath();
        if (selfTest) {
            return new SelfTest(measure, classPath, out, err).run();
        }
        RunPlan plan = measure.plan(classPath);
        if (record && plan.paths().stream().anyMatch(path -> !path.faults().isEmpty())) {
            throw new BadInputException("--record: a session with planted faults is no baseline; leave the faults out");
        }
        Path java = measure.java();
        Environment environment = Environments.capture(measure.home(), plan.jvmArguments(), Optional.empty());
        BaselineStore baselines = new BaselineStore(store);
        // Read before anything is measured: a baseline that is damaged should not cost anybody six minutes.
        Compared compared = compared(baselines, environment, plan);
        Options options = Options.DEFAULT
                .withMargin(plan.profile().equivalenceMargin())
                .withRules(objectives == null ? RulesFile.beside(baselines) : RulesFile.read(objectives));
        RunFolder folder = RunFolder.open(measure.folder(Clock.systemUTC()), plan, measure.resume);
        CheckRun run = new CheckRun(plan, classPath, java, measure.home(), folder, environment);
        CheckRun.Found found = run.watched(err, !noLeakcheck);
        Compared alike = compared.whereTheMachineWasAsFastAsIn(found.session());
        Comparison comparison = compare(alike, found, plan, options);
        CheckReport report = new CheckReport(
                        environment,
                        found.session(),
                        found.leaks(),
                        alike.baseline(),
                        comparison,
                        alike.notJudged(found))
                .with(Parts.NONE
                        .withSides(
                                ReportFiles.side(
                                        alike.baseline() instanceof BaselineUsed.Same ? alike.sessions() : List.of()),
                                ReportFiles.side(List.of(found.session())))
                        .withHistory(history(found.session())));
        ReportFiles.write(folder.path(), report);
        out.print(CheckSummary.render(report));
        out.println("Report: " + folder.file("report.html"));
        Environment measuredIn = found.session().environment().orElse(environment);
        record(baselines, folder, measuredIn, report).ifPresent(session -> out.println("Recorded: " + session));
        return report.status();
    }

    private Comparison compare(Compared compared, CheckRun.Found found, RunPlan plan, Options options) {
        Planned planned = new Planned(plan, !noLeakcheck);
        return Comparer.compare(
                compared.sessions().stream()
                        .map(session ->
                                session.only(identity -> planned.covers(identity) && compared.judges(identity, found)))
                        .toList(),
                List.of(found.session().only(identity -> compared.judges(identity, found))),
                List.of(),
                options);
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

    /**
     * What a run is compared with.
     *
     * @param sessions at least one; an empty one where there is no baseline, so that what stands alone is judged
     * @param slowdown how many times as long the machine itself took as in any of the sessions; empty where it was alike
     */
    private record Compared(BaselineUsed baseline, List<Session> sessions, OptionalDouble slowdown) {

        /** The sessions in which the machine was as fast; where there are none, all, for exact metrics only. */
        Compared whereTheMachineWasAsFastAsIn(Session current) {
            List<Session> alike = sessions.stream()
                    .filter(session -> MachineSpeed.alike(current, session))
                    .toList();
            if (alike.isEmpty()) {
                double[] ratios = sessions.stream()
                        .flatMapToDouble(session -> MachineSpeed.ratio(current, session).stream())
                        .sorted()
                        .toArray();
                return new Compared(baseline, sessions, OptionalDouble.of(ratios[ratios.length / 2]));
            }
            return baseline instanceof BaselineUsed.Same same
                    ? new Compared(new BaselineUsed.Same(same.name(), alike.size()), alike, OptionalDouble.empty())
                    : this;
        }

        /** Exact metrics and broken invariants are judged on a busy machine as well; times are not. */
        boolean judges(Identity identity, CheckRun.Found found) {
            return Metric.isExact(identity.metric())
                    || found.broken().keySet().stream().anyMatch(benchmark -> Planned.isOf(benchmark, identity))
                    || (slowdown.isEmpty()
                            && found.disturbed().keySet().stream()
                                    .noneMatch(benchmark -> Planned.isOf(benchmark, identity)));
        }

        List<String> notJudged(CheckRun.Found found) {
            if (slowdown.isPresent()) {
                return List.of(String.format(
                        Locale.ROOT,
                        "all times, because the machine itself took %.2f times as long for a fixed piece of work as when"
                                + " the baseline was recorded",
                        slowdown.getAsDouble()));
            }
            return found.disturbed().entrySet().stream()
                    .map(disturbed -> String.format(
                            Locale.ROOT,
                            "%s: its times, because something else used %.0f %% of the machine meanwhile",
                            disturbed.getKey().label(),
                            100 * disturbed.getValue()))
                    .toList();
        }
    }

    private Compared compared(BaselineStore baselines, Environment environment, RunPlan plan) {
        Optional<Baseline> best = baselines.find(baselineName, environment.identity());
        if (best.isEmpty()) {
            return new Compared(new BaselineUsed.None(baselineName), NOTHING, OptionalDouble.empty());
        }
        Planned planned = new Planned(plan, !noLeakcheck);
        List<Session> ofThese = best.get().sessions().stream()
                .filter(session -> session.series().keySet().stream().anyMatch(planned::covers))
                .toList();
        if (ofThese.isEmpty()) {
            return new Compared(new BaselineUsed.OfOthers(baselineName), NOTHING, OptionalDouble.empty());
        }
        String profile = plan.profile().name();
        List<Session> sessions = ofThese.stream()
                .filter(session -> profile(session).orElse(profile).equals(profile))
                .toList();
        if (sessions.isEmpty()) {
            TreeSet<String> others = ofThese.stream()
                    .flatMap(session -> profile(session).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Compared(new BaselineUsed.OtherProfile(baselineName, others), NOTHING, OptionalDouble.empty());
        }
        SortedMap<String, Difference> differences = best.get().differencesTo(environment.identity());
        BaselineUsed used = differences.isEmpty()
                ? new BaselineUsed.Same(baselineName, sessions.size())
                : new BaselineUsed.Elsewhere(baselineName, differences);
        return new Compared(used, sessions, OptionalDouble.empty());
    }

    /** Empty where nobody wrote it down: plain JMH, and sessions from before. */
    private static Optional<String> profile(Session session) {
        return session.environment().map(environment -> environment.context().get(Profile.FACT));
    }

    private Optional<Path> record(
            BaselineStore baselines, RunFolder folder, Environment environment, CheckReport report) {
        if (!record) {
            return Optional.empty();
        }
        if (report.status() == ExitStatus.WRONG) {
            spec.commandLine().getErr().println("check: not recorded as a baseline, because something is wrong");
            return Optional.empty();
        }
        return Optional.of(baselines.record(
                baselineName,
                Baseline.Area.LOCAL,
                folder.path(),
                environment,
                Clock.systemUTC().instant()));
    }
}
