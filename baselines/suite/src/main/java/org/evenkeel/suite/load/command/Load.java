package org.evenkeel.suite.load.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.suite.command.JvmOptions;
import org.evenkeel.suite.load.plan.Presets;
import org.evenkeel.suite.load.plan.Resized;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.ScenarioReader;
import org.evenkeel.suite.load.plan.Target;
import org.evenkeel.suite.load.report.LoadJson;
import org.evenkeel.suite.load.report.LoadText;
import org.evenkeel.suite.load.run.LoadSession;
import org.evenkeel.suite.load.run.Orders;
import org.evenkeel.suite.load.run.WebService;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.verdict.Grader;
import org.evenkeel.suite.load.verdict.LoadVerdict;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drives a hot path, a class or a service with a scenario, and judges it by its objectives. */
@Command(
        name = "load",
        description =
                "Drives a hot path, a class or a service as users would, with honest response times, and grades its objectives.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "SCENARIO is a preset (--list shows them) or a YAML file. Without any, smoke runs over every path, in under 2 minutes.",
            "Response times count from the moment a request was due. A phase whose users wait for each answer gives service times, which"
                    + " meet no objective on response times.",
            "Ctrl-C ends it, keeps what was measured, and reports it.",
            "Ends with 0 when nothing is missed, 1 on a missed objective, a leak or a broken invariant, 2 on bad input, 4 when it could"
                    + " not be told."
        })
public final class Load implements Callable<ExitStatus> {

    private static final long REPORT_SECONDS = 60;

    /** What the smoke test of all paths shares. */
    private static final Duration SMOKE_OF_ALL = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Name of a preset, or a YAML file. Default: smoke.")
    private String scenario = "";

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description =
                    "Hot path to drive, as name?parameter=value&parameter=value; may be repeated, each in a JVM of its own.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--workload",
            paramLabel = "CLASS",
            description =
                    "Public class to drive in place of a path: a Runnable or a Callable, one call of which is one request.")
    private @Nullable String workload;

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "CP",
            description = "Jars and folders with what is driven, and what it needs.")
    private String classPath = "";

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(names = "--list", description = "Show the presets, and run nothing.")
    private boolean list;

    @Option(names = "--show", description = "Print the scenario as YAML, to start one's own from, and run nothing.")
    private boolean show;

    @Option(names = "--schema", description = "Print the JSON schema of scenarios, and run nothing.")
    private boolean schema;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How long all phases together take; each is shortened or lengthened in proportion.")
    private @Nullable String duration;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "Multiplies every time of the scenario: 0.1 makes two hours twelve minutes.")
    private double scale = 1;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "Users of the largest closed phase or burst; the others in proportion.")
    private @Nullable Integer users;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Arrivals a second of the fastest open phase; the others in proportion.")
    private @Nullable Double rate;

    @Option(names = "--virtual", description = "Users are virtual threads; takes a JVM of Java 21 or newer.")
    private boolean virtual;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What goes to standard output: text (default) or json.")
    private String format = "text";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results. Default: target/evenkeel/<UTC time>.")
    private @Nullable Path out;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Option(
            names = "--benchmarks",
            paramLabel = "JAR",
            description = "The jar with the hot paths. Default: the one that the build put beside this jar.")
    private Path benchmarks = MeasuredClassPath.besideThisJar();

    private volatile boolean isInterrupted;
    private volatile @Nullable LoadSession running;

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter output = spec.commandLine().getOut();
        if (list) {
            output.print(ScenarioTexts.list());
            return ExitStatus.OK;
        }
        if (schema) {
            output.print(Presets.schema());
            return ExitStatus.OK;
        }
        String name = scenario.isEmpty() ? "smoke" : scenario;
        if (show) {
            output.print(ScenarioTexts.of(name));
            return ExitStatus.OK;
        }
        if (!format.equals("text") && !format.equals("json")) {
            throw new BadInputException("--format: expected text or json, found \"" + format + "\"");
        }
        return run(scenario(name));
    }

    /**
     * The scenario of a name.
     *
     * @param name a preset, or a YAML file
     * @throws BadInputException when there is none, or it is wrong
     */
    public static Scenario scenario(String name) throws IOException {
        return ScenarioReader.read(ScenarioTexts.of(name), Presets.NAMES.contains(name) ? name + ".yaml" : name);
    }

    private ExitStatus run(Scenario asked) throws IOException, InterruptedException {
        Path java = jvm.executable();
        boolean needsTarget = asked.users().stream()
                .flatMap(user -> user.tasks().stream())
                .anyMatch(task -> task.target().isEmpty());
        boolean isCode = workload != null || !paths.isEmpty() || !classPath.isEmpty() || virtual;
        Optional<WebService> service = web.service(asked, isCode);
        boolean onlyClasses = workload != null && paths.isEmpty();
        List<Path> driven = service.isPresent()
                ? List.of(service.get().driver())
                : onlyClasses
                        ? userClassPath()
                        : MeasuredClassPath.of(benchmarks, classPath).entries();
        List<Optional<Target>> targets =
                service.isPresent() ? List.of(Optional.of(service.get().whole())) : targets(asked, needsTarget, driven);
        Scenario resized = resized(asked, targets.size());
        for (Optional<Target> target : targets) {
            Orders.of(resized, target, virtual, service).targets().forEach(one -> check(one, driven));
        }
        Environment environment = Environments.capture(jvm.home(), jvm.arguments(), Optional.empty());
        Path folder = folder();
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch reported = new CountDownLatch(1);
        Runnable takeBack = Children.beforeEnd(() -> interrupted(reported));
        List<LoadVerdict> verdicts = new ArrayList<>();
        try {
            for (Optional<Target> target : targets) {
                if (!isInterrupted) {
                    verdicts.add(one(resized, target, service, java, driven, folder, targets.size(), err));
                }
            }
            LoadFiles.write(folder, verdicts, environment);
            report(verdicts, folder);
        } finally {
            reported.countDown();
            takeBack.run();
        }
        return ExitStatus.worst(verdicts.stream().map(LoadVerdict::status).toArray(ExitStatus[]::new));
    }

    private void report(List<LoadVerdict> verdicts, Path folder) {
        PrintWriter output = spec.commandLine().getOut();
        if (format.equals("json")) {
            output.print(LoadJson.render(verdicts));
        } else {
            String separator = "";
            for (LoadVerdict verdict : verdicts) {
                output.print(separator + LoadText.render(verdict));
                separator = "\n";
            }
        }
        output.flush();
        spec.commandLine().getErr().println("Written: " + LoadFiles.names(folder));
        spec.commandLine().getErr().flush();
    }

    /** On Ctrl-C: the run is ended, and what it has measured reported before this JVM goes away. */
    private void interrupted(CountDownLatch reported) {
        isInterrupted = true;
        LoadSession session = running;
        if (session != null) {
            session.stop();
        }
        try {
            reported.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LoadVerdict one(
            Scenario resized,
            Optional<Target> target,
            Optional<WebService> service,
            Path java,
            List<Path> driven,
            Path folder,
            int targets,
            PrintWriter err)
            throws IOException, InterruptedException {
        Orders orders = Orders.of(resized, target, virtual, service);
        String called = service.map(WebService::name)
                .or(() -> target.map(Target::name))
                .orElseGet(() -> String.join(
                        " and ", orders.targets().stream().map(Target::name).toList()));
        Path own = Files.createDirectories(LoadFiles.ofTarget(folder, called, targets));
        LoadProgress progress = new LoadProgress(err, ProgressLine.isTerminal(), called, resized.expected());
        LoadSession session = new LoadSession(
                new LoadSession.Setup(resized, called, orders, java, driven, jvm.arguments(), own, service),
                progress,
                Clock.systemUTC());
        running = session;
        if (isInterrupted) {
            session.stop();
        }
        LoadRun run = session.run(Load::lastIsMet);
        running = null;
        progress.close();
        return LoadVerdict.of(run);
    }

    private static boolean lastIsMet(LoadRun run) {
        List<PhaseResult> judged = run.judged();
        return judged.isEmpty() || LoadVerdict.isMet(Grader.grade(judged.get(judged.size() - 1), run));
    }

    private List<Optional<Target>> targets(Scenario asked, boolean needsTarget, List<Path> driven) {
        if (workload != null && !paths.isEmpty()) {
            throw new BadInputException("expected --path or --workload, found both");
        }
        if (!needsTarget) {
            if (workload != null || !paths.isEmpty()) {
                throw new BadInputException("scenario " + asked.name()
                        + " names what each task drives; leave --path and --workload out, or take another scenario");
            }
            return List.of(Optional.empty());
        }
        if (workload != null) {
            return List.of(Optional.of(new Target.Workload(workload)));
        }
        List<PlannedPath> selected = new MeasuredClassPath(driven).select(paths);
        if (selected.size() > 1 && paths.isEmpty() && !scenario.isEmpty()) {
            throw new BadInputException("expected --path or --workload with scenario " + asked.name() + ", which takes "
                    + ScenarioTexts.duration(asked.expected()) + " for each; paths are "
                    + selected.stream().map(path -> path.spec().toString()).collect(Collectors.joining(", ")));
        }
        return selected.stream()
                .map(path -> Optional.of(Target.path(path.withFaults().toString())))
                .toList();
    }

    private static void check(Target target, List<Path> driven) {
        if (target instanceof Target.HotPath) {
            new MeasuredClassPath(driven).select(List.of(target.name()));
        }
    }

    private List<Path> userClassPath() {
        if (classPath.isEmpty()) {
            throw new BadInputException("--workload: expected --classpath with the jar or folder of " + workload);
        }
        List<Path> entries = MeasuredClassPath.of(Path.of("."), classPath).entries();
        return entries.subList(1, entries.size());
    }

    private Scenario resized(Scenario asked, int targets) {
        if (!(scale > 0 && scale <= 1000)) {
            throw new BadInputException("--scale: expected a factor above 0 such as 0.1, found " + scale);
        }
        if (users != null && (users < 1 || users > 20_000)) {
            throw new BadInputException("--users: expected a number from 1 to 20000, found " + users);
        }
        if (rate != null && !(rate > 0 && rate <= 1e6)) {
            throw new BadInputException("--rate: expected arrivals a second above 0 and up to 1000000, found " + rate);
        }
        Optional<Duration> wanted = Optional.ofNullable(duration).map(text -> Grammar.duration("--duration", text));
        if (wanted.filter(Duration::isZero).isPresent()) {
            throw new BadInputException("--duration: expected more than no time, found " + duration);
        }
        boolean isDefault = scenario.isEmpty() && scale == 1;
        Optional<Duration> total =
                wanted.isEmpty() && isDefault ? Optional.of(SMOKE_OF_ALL.dividedBy(targets)) : wanted;
        return new Resized(
                        scale,
                        total,
                        users == null ? OptionalInt.empty() : OptionalInt.of(users),
                        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate))
                .of(asked);
    }

    private Path folder() throws IOException {
        Path folder = out == null ? Commands.defaultFolder(Clock.systemUTC().instant()) : out;
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new BadInputException(
                            "--out " + folder + ": expected a new or empty folder, found files in it; choose another");
                }
            }
        }
        AtomicFiles.requireWritable(folder);
        return folder;
    }
}
