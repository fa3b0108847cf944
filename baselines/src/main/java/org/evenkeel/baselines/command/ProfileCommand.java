package org.evenkeel.baselines.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenkeel.baselines.command.profile.ProfileResults;
import org.evenkeel.baselines.command.profile.ProfileSession;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.ProfilePlan;
import org.evenkeel.baselines.plan.ProfilePlan.Fork;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.Progress;
import org.evenkeel.baselines.run.RunFolder;
import org.evenkeel.baselines.run.profile.ForkRunner;
import org.evenkeel.baselines.run.profile.ProfileFolder;
import org.evenkeel.baselines.samples.stacks.ProfileEvent;
import org.evenkeel.leakcheck.command.BadInputException;
import org.evenkeel.leakcheck.command.ExitStatus;
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
        footer = {
            "",
            "Each event is sampled in forks of its own, after warm-up and before tear-down, by async-profiler.",
            "Ends with 0, with 1 when the path broke an invariant, with 2 on bad input, with 4 when an event could not be"
                    + " sampled."
        })
final class ProfileCommand implements Callable<ExitStatus> {

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

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<ProfileEvent> asked =
                events.stream().map(ProfileEvent::named).distinct().toList();
        atLeastOne("--forks", forks);
        atLeastOne("--top", top);
        MeasuredClassPath classPath = measure.measuredClassPath();
        RunPlan run = onePathAndForm(classPath);
        ProfilePlan plan = new ProfilePlan(
                asked.stream().map(ProfileEvent::written).toList(),
                forks,
                List.of(ProfileFolder.HERE),
                !noCost,
                recordings,
                Profile.named(measure.profile));
        Path java = measure.java();
        RunFolder runFolder = RunFolder.open(measure.folder(Clock.systemUTC()), run, measure.resume);
        ProfileFolder folder = new ProfileFolder(runFolder.path());
        ForkRunner runner = new ForkRunner(
                java,
                classPath.entries(),
                run.paths().get(0),
                run.forms().get(0),
                plan.profile(),
                run.jvmArguments(),
                folder);
        Map<Fork, String> broken =
                watched(new ProfileSession(plan, Map.of(ProfileFolder.HERE, runner)), plan, runFolder, err);
        out.println(run.paths().get(0).withFaults() + " " + run.forms().get(0));
        ProfileResults results = new ProfileResults(folder, ProfileFolder.HERE, allFrames, top);
        for (ProfileEvent event : asked) {
            out.println();
            out.print(results.render(event));
        }
        boolean missing = asked.stream()
                .anyMatch(event -> folder.profiles(ProfileFolder.HERE, event).isEmpty());
        return ExitStatus.worst(
                broken.isEmpty() ? ExitStatus.OK : ExitStatus.WRONG, missing ? ExitStatus.UNDECIDED : ExitStatus.OK);
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
    private RunPlan onePathAndForm(MeasuredClassPath classPath) {
        if (measure.paths.size() != 1) {
            throw new BadInputException("expected one --path, found " + measure.paths.size()
                    + "; a profile is of one path (scripts/bench --list shows those there are)");
        }
        if (measure.forms.isEmpty()) {
            measure.forms.add(Form.SINGLE.method());
        }
        RunPlan run = measure.plan(classPath);
        if (run.forms().size() != 1) {
            throw new BadInputException("expected one --form, found " + run.forms() + "; a profile is of one form");
        }
        return run;
    }

    private static void atLeastOne(String option, int found) {
        if (found < 1) {
            throw new BadInputException("expected " + option + " of at least 1, found " + found);
        }
    }
}
