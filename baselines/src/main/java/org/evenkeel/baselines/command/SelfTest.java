package org.evenkeel.baselines.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.PathSelection;
import org.evenkeel.baselines.plan.PlannedPath;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.report.SelfTestReport;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.Progress;
import org.evenkeel.baselines.run.RunFolder;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.stored.Environments;
import org.evenkeel.baselines.verdict.Comparer;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.leakcheck.command.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;

/**
 * Shows on the user's own machine that each gate can fail, and keeps quiet with nothing planted: the path
 * {@code planted} is measured without a fault, and again with one fault after the other.
 */
final class SelfTest {

    private static final String UNCHANGED = "planted";

    private final MeasureOptions measure;
    private final MeasuredClassPath classPath;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Profile profile;
    private final Path folder;
    private final Environment environment;
    private double mostOfOthers;

    SelfTest(MeasureOptions measure, MeasuredClassPath classPath, PrintWriter out, PrintWriter err) {
        this.measure = measure;
        this.classPath = classPath;
        this.out = out;
        this.err = err;
        this.profile = Profile.named(measure.profile());
        this.folder = measure.folder(Clock.systemUTC());
        this.environment = Environments.capture(measure.home(), measure.jvmArguments, Optional.empty());
    }

    /** Status OK when every gate found what was planted for it and nothing else. */
    ExitStatus run() throws IOException, InterruptedException {
        List<SelfTestReport.Line> lines = new ArrayList<>();
        List<PlantedFault> faults = PlantedFault.ALL;
        long benchmarkRuns =
                1 + faults.stream().filter(fault -> !fault.isLeak()).count();
        long leakChecks = faults.stream().filter(PlantedFault::isLeak).count();
        Duration expected = profile.benchmarkTime()
                .multipliedBy(2 * benchmarkRuns)
                .plus(profile.leakBudget().multipliedBy(leakChecks));
        try (Progress progress = MeasureOptions.progress(err, (int) (2 * benchmarkRuns + leakChecks), expected)) {
            Session base = checkRun("base", UNCHANGED).run(progress, false).session();
            for (PlantedFault fault : faults) {
                lines.add(fault.isLeak() ? leak(fault, progress) : change(fault, base, progress));
            }
        }
        SelfTestReport report = new SelfTestReport(lines);
        out.print(report.render());
        if (mostOfOthers > 0) {
            out.printf(
                    Locale.ROOT,
                    "Something else used up to %.0f %% of the machine meanwhile; on one that is busy the times prove"
                            + " nothing, so run it again when it is idle.%n",
                    100 * mostOfOthers);
        }
        return report.passed() ? ExitStatus.OK : ExitStatus.WRONG;
    }

    private SelfTestReport.Line change(PlantedFault fault, Session base, Progress progress)
            throws IOException, InterruptedException {
        Session changed =
                checkRun(fault.name(), fault.path()).run(progress, false).session();
        // One after the other on one machine, a minute apart at the most, but in sessions of their own.
        Comparison comparison = Comparer.compare(
                List.of(base), List.of(changed), List.of(), Options.DEFAULT.withMargin(profile.equivalenceMargin()));
        return SelfTestReport.Line.of(fault.planted(), fault.gate(), comparison, fault.expectation());
    }

    private SelfTestReport.Line leak(PlantedFault fault, Progress progress) throws IOException, InterruptedException {
        LeakReport report =
                checkRun(fault.name(), fault.path()).leakChecks(progress).get(0);
        return SelfTestReport.Line.of(fault.planted(), fault.gate(), report, fault.expectation());
    }

    private CheckRun checkRun(String name, String path) {
        List<PlannedPath> paths = classPath.withHotPaths(available -> PathSelection.select(available, List.of(path)));
        RunPlan plan = new RunPlan(paths, List.of(Form.SINGLE), profile, measure.jvmArguments);
        return new CheckRun(
                plan,
                classPath,
                measure.java(),
                measure.home(),
                RunFolder.open(folder.resolve(name), plan, measure.resume),
                environment);
    }
}
