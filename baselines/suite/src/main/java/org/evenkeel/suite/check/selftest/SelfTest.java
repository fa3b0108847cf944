package org.evenkeel.suite.check.selftest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.check.TimesInTurn;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.plan.PathSelection;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.BaseCode;

/**
 * Shows on the user's own machine that each gate can fail, and keeps quiet with nothing planted: the path {@code planted} with one
 * fault after the other is measured in turn with itself without one.
 */
public final class SelfTest {

    /** What one fault may take until its gate has found it. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

    private final MeasureOptions measure;
    private final MeasuredClassPath classPath;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Profile profile;
    private final Path folder;
    private final Environment environment;

    public SelfTest(MeasureOptions measure, MeasuredClassPath classPath, PrintWriter out, PrintWriter err) {
        this.measure = measure;
        this.classPath = classPath;
        this.out = out;
        this.err = err;
        this.profile = Profile.named(measure.profile());
        this.folder = measure.folder(Clock.systemUTC());
        this.environment = Environments.capture(measure.jvm.home(), measure.jvm.arguments(), Optional.empty());
    }

    /** Status OK when every gate found what was planted for it and nothing else. */
    public ExitStatus run() throws IOException, InterruptedException {
        List<SelfTestReport.Line> lines = new ArrayList<>();
        List<PlantedFault> faults = PlantedFault.ALL;
        for (PlantedFault fault : faults) {
            err.printf(Locale.ROOT, "[%d/%d] %s: %s%n", lines.size() + 1, faults.size(), fault.gate(), fault.planted());
            err.flush();
            lines.add(fault.isLeak() ? leak(fault) : change(fault));
        }
        SelfTestReport report = new SelfTestReport(lines);
        out.print(report.render());
        return report.passed() ? ExitStatus.OK : ExitStatus.WRONG;
    }

    /** Measured in turn with the same path without the fault, as a change is with the code before it. */
    private SelfTestReport.Line change(PlantedFault fault) throws IOException, InterruptedException {
        RunPlan plan = plan(fault.path());
        TimesInTurn times = new TimesInTurn(
                plan,
                new BaseCode.Found(classPath.entries(), "the same path with nothing planted"),
                classPath,
                measure.jvm.executable(),
                RunFolder.open(folder.resolve(fault.name()), plan, measure.resume),
                new TimesInTurn.Settings(Optional.of(LONGEST), true, CheckRun.MOST_OF_OTHERS, 0, Optional.empty()),
                err);
        times.run();
        Comparison comparison = new Comparison(times.rows(), List.of(), SequentialRule.OPTIONS, 1, 1, List.of());
        return SelfTestReport.Line.of(fault.planted(), fault.gate(), comparison, fault.expectation());
    }

    private SelfTestReport.Line leak(PlantedFault fault) throws IOException, InterruptedException {
        RunPlan plan = plan(fault.path());
        CheckRun run = new CheckRun(
                plan,
                classPath,
                measure.jvm.executable(),
                measure.jvm.home(),
                RunFolder.open(folder.resolve(fault.name()), plan, measure.resume),
                environment);
        LeakReport report = run.leakChecks(err, () -> false).get(0);
        return SelfTestReport.Line.of(fault.planted(), fault.gate(), report, fault.expectation());
    }

    private RunPlan plan(String path) {
        List<PlannedPath> paths = classPath.withHotPaths(available -> PathSelection.select(available, List.of(path)));
        return new RunPlan(paths, List.of(Form.SINGLE), profile, measure.jvm.arguments());
    }
}
