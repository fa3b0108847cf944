package org.evenkeel.suite.profile.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.suite.command.Interruption;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.page.RunPage;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.plan.ProfilePlan.Fork;
import org.evenkeel.suite.profile.run.AttachedProfiler;
import org.evenkeel.suite.profile.run.ProfileFolder;
import org.evenkeel.suite.profile.run.Profiled;
import org.evenkeel.suite.profile.run.ProfiledFork;
import org.evenkeel.suite.profile.run.ProfilerJar;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.SameContract;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells where the time, the memory and the waiting of a hot path go. */
@Command(
        name = "profile",
        description = "Tells where the time, the memory and the waiting of a hot path go, frame by frame.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        resourceBundle = "org.evenkeel.suite.profile.command.ProfileCommand",
        footer = {
            "",
            "Each event is sampled in forks of its own, after warm-up and before tear-down, by async-profiler,",
            "or by the recorder of the JDK where that cannot be loaded.",
            "Ends with 0, with 1 when the path broke an invariant, with 2 on bad input, with 4 when an event could not be"
                    + " sampled."
        })
public final class ProfileCommand implements Callable<ExitStatus> {

    /** The side that the code under test is compared with. */
    private static final String BASE = "base";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            split = ",",
            description = "cpu, alloc, lock, wall or nativemem; several are sampled one after the other. Default: cpu.")
    private List<String> events = new ArrayList<>(List.of("cpu"));

    @Option(names = "--forks", paramLabel = "N", description = "Profiled forks of each event; 3 by default.")
    private int forks = 3;

    @Option(names = "--top", paramLabel = "N", description = "Rows of a table; 15 by default.")
    private int top = 15;

    @Option(
            names = "--all-frames",
            description =
                    "Rows for the frames of the JDK, of native code and of JMH too, instead of charging them to the"
                            + " code that calls them.")
    private boolean allFrames;

    @Option(
            names = "--no-cost",
            description = "Do not run forks without a profiler beside, which show what profiling costs.")
    private boolean noCost;

    @Option(
            names = "--jfr",
            description = "Record each event once more as JFR, with the JDK's own \"profile\" settings, for JDK Mission"
                    + " Control.")
    private boolean recordings;

    @Mixin
    private OtherSide other = new OtherSide();

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            arity = "2",
            description = "Run nothing; put two folders of earlier sessions beside each other, the old code first.")
    private List<Path> compared = new ArrayList<>();

    @Option(names = "--pid", paramLabel = "PID", description = "Profile a JVM that runs already, for --duration.")
    private @Nullable String pid;

    @Option(names = "--duration", paramLabel = "TIME", description = "Such as 30s or 2m, with --pid; 30s by default.")
    private String duration = "30s";

    @Option(
            names = "--self-test",
            description = "Plant causes of known size and show that each is the first row of its table.")
    private boolean selfTest;

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        measure.recall();
        List<ProfileEvent> asked =
                events.stream().map(ProfileEvent::named).distinct().toList();
        atLeastOne("--forks", forks);
        atLeastOne("--top", top);
        if (other.isGiven() && (!compared.isEmpty() || pid != null || selfTest)) {
            throw new BadInputException(
                    "expected a base beside --path, found one beside --compare, --pid or --self-test");
        }
        if (!compared.isEmpty()) {
            return compare(asked);
        }
        if (pid != null) {
            return attach(pid, asked);
        }
        if (selfTest) {
            Profile time = Profile.named(measure.profile());
            ProfileSelfTest test = new ProfileSelfTest(
                    measure.measuredClassPath(), measure.jvm.executable(), time, measure.folder(Clock.systemUTC()));
            return test.run(out(), total -> MeasureOptions.progress(err(), ProfileSelfTest.STEPS, total));
        }
        return profile(asked);
    }

    private ExitStatus compare(List<ProfileEvent> asked) {
        ProfileFolder after = ProfileFolder.existing(compared.get(1));
        Path pages = measure.folder(Clock.systemUTC());
        ProfileDifference difference =
                new ProfileDifference(ProfileFolder.existing(compared.get(0)), ProfileFolder.HERE, after, pages);
        for (ProfileEvent event : asked) {
            out().print(difference.render(event, allFrames, top));
        }
        linkPage(pages);
        return ExitStatus.OK;
    }

    private ExitStatus attach(String process, List<ProfileEvent> asked) throws IOException, InterruptedException {
        Duration time = parseDuration();
        Path pages = measure.folder(Clock.systemUTC());
        AtomicFiles.requireWritable(pages);
        ProfileFolder folder = new ProfileFolder(pages);
        AttachedProfiler profiler = new AttachedProfiler(process, folder);
        try (Progress progress = MeasureOptions.progress(err(), asked.size(), time.multipliedBy(asked.size()))) {
            for (ProfileEvent event : asked) {
                progress.begin(event.written() + " of process " + process, time);
                profiler.profile(event, time);
            }
        }
        for (ProfileEvent event : asked) {
            out().print(new ProfileResults(folder, ProfileFolder.HERE, allFrames, top).renderWatched(event));
        }
        return ExitStatus.OK;
    }

    private Duration parseDuration() {
        Duration time = Grammar.duration("--duration", duration);
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new BadInputException("--duration " + duration + ": expected a second or more, such as 30s or 2m");
        }
        return time;
    }

    private ExitStatus profile(List<ProfileEvent> asked) throws IOException, InterruptedException {
        other.check(measure.classPath, measure.selection.isPlain());
        measure.build(other.build(), err());
        MeasuredClassPath classPath = measure.measuredClassPath();
        RunPlan run = measure.selection.isPlain() ? oneBenchmark(classPath) : onePathAndForm(classPath);
        ProfilePlan plan = new ProfilePlan(
                asked.stream().map(ProfileEvent::written).toList(),
                forks,
                other.isGiven() ? List.of(BASE, ProfileFolder.HERE) : List.of(ProfileFolder.HERE),
                !noCost,
                recordings,
                Profile.named(measure.profile()));
        RunFolder runFolder = RunFolder.open(measure.folder(Clock.systemUTC()), run, measure.resume);
        measure.remember(runFolder.path());
        ProfileFolder folder = new ProfileFolder(runFolder.path());
        ProfileSession session = new ProfileSession(plan, runners(run, plan, classPath, folder));
        Map<Fork, String> broken = watched(session, plan, runFolder, err());
        out().println(
                        measure.selection.isPlain()
                                ? run.subjects().get(0)
                                : run.paths().get(0).withFaults() + " "
                                        + run.forms().get(0));
        for (ProfileEvent event : asked) {
            print(event, folder);
        }
        linkPage(folder.path());
        boolean missing = asked.stream()
                .anyMatch(event -> plan.sides().stream()
                        .anyMatch(side -> folder.profiles(side, event).isEmpty()));
        return ExitStatus.worst(
                broken.isEmpty() ? ExitStatus.OK : ExitStatus.WRONG, missing ? ExitStatus.UNDECIDED : ExitStatus.OK);
    }

    private void print(ProfileEvent event, ProfileFolder folder) {
        PrintWriter out = out();
        out.println();
        out.print(new ProfileResults(folder, ProfileFolder.HERE, allFrames, top).render(event));
        if (other.isGiven()) {
            ProfileDifference difference = new ProfileDifference(folder, BASE, folder, folder.path());
            out.println();
            out.print(
                    difference.has(event)
                            ? difference.render(event, allFrames, top)
                            : event.written() + ": nothing to compare, as one side was not sampled\n");
        }
    }

    private Map<String, ProfiledFork> runners(
            RunPlan run, ProfilePlan plan, MeasuredClassPath classPath, ProfileFolder folder)
            throws IOException, InterruptedException {
        Profiled now = measure.selection.isPlain()
                ? Profiled.of(run.plain().get(0))
                : Profiled.of(run.paths().get(0), run.forms().get(0));
        if (!other.isGiven()) {
            return Map.of(ProfileFolder.HERE, runner(now, run, plan, classPath.entries(), folder));
        }
        Sides sides =
                other.find(measure.benchmarks, measure.classPath, measure.selection.isPlain(), folder.path(), err());
        SameContract.require(sides, run.paths());
        // What is planted stands for a change of the code, so the base does without, as in scripts/ab.
        return Map.of(
                BASE,
                runner(new Profiled(now.benchmark(), now.params(), now.mode(), ""), run, plan, sides.base(), folder),
                ProfileFolder.HERE,
                runner(now, run, plan, sides.current(), folder));
    }

    private ProfiledFork runner(
            Profiled profiled, RunPlan run, ProfilePlan plan, List<Path> classPath, ProfileFolder folder)
            throws IOException {
        List<Path> withProfiler = ProfilerJar.behind(
                classPath, MeasuredClassPath.besideThisJar(), folder.path().resolve("profiler.jar"));
        return new ProfiledFork(
                measure.jvm.executable(), withProfiler, profiled, plan.profile(), run.jvmArguments(), folder);
    }

    /** A session in the folder of a run belongs to what the run's page shows. */
    private void linkPage(Path session) {
        RunPage.link(session).ifPresent(page -> out().println("Linked from: " + page));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static Map<Fork, String> watched(
            ProfileSession session, ProfilePlan plan, RunFolder folder, PrintWriter err)
            throws IOException, InterruptedException {
        int open = session.open().size();
        Interruption interruption = Interruption.announce(err, folder);
        try (Progress progress =
                MeasureOptions.progress(err, open, plan.forkTime().multipliedBy(open))) {
            return session.run(progress);
        } finally {
            interruption.withdraw();
        }
    }

    /** A profile of two paths at once would be of neither. */
    private RunPlan onePathAndForm(MeasuredClassPath classPath) throws InterruptedException {
        if (measure.selection.paths().size() != 1) {
            throw new BadInputException("expected one --path or --benchmark, found "
                    + measure.selection.paths().size()
                    + "; a profile is of one path (scripts/bench --list shows those there are)");
        }
        measure.selection.defaultForms = List.of(Form.SINGLE);
        RunPlan run = measure.plan(classPath);
        if (run.forms().size() != 1) {
            throw new BadInputException("expected one --form, found " + run.forms() + "; a profile is of one form");
        }
        return run;
    }

    /** Of several modes one says where the time goes as well as another. */
    private RunPlan oneBenchmark(MeasuredClassPath classPath) throws InterruptedException {
        RunPlan run = measure.plan(classPath);
        if (run.subjects().size() != 1) {
            throw new BadInputException("expected one benchmark that matches --benchmark "
                    + measure.selection.plain().regex() + ", found "
                    + run.subjects().size() + ": "
                    + run.subjects().stream().limit(5).collect(Collectors.joining(", "))
                    + "; a profile is of one, so narrow them by --benchmark and --param");
        }
        return run;
    }

    private static void atLeastOne(String option, int found) {
        if (found < 1) {
            throw new BadInputException("expected " + option + " of at least 1, found " + found);
        }
    }
}
