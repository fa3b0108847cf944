package org.evenkeel.suite.baseline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.Baseline;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.sides.BaseCodeFinder;

/**
 * Records what a check has measured as a local baseline.
 *
 * @param name of the baseline
 * @param force whether to record although something is open about times
 * @param finder keeps the code that was measured
 */
public record BaselineRecorder(
        BaselineStore baselines, String name, boolean force, BaseCodeFinder finder, PrintWriter out, PrintWriter err) {

    /** Keeps the session and its code; says why not where it does not. */
    public ExitStatus keep(CheckReport report, CheckRun run, CheckRun.Found found) throws IOException {
        String why = "";
        if (report.status() == ExitStatus.WRONG) {
            why = "something is wrong";
        } else if (!found.disturbed().isEmpty() && !force) {
            why = String.format(
                    Locale.ROOT,
                    "something else used %.0f %% of the machine while %s was measured, so its times say nothing; wait until"
                            + " the machine is quiet, or add --force",
                    100 * found.disturbed().values().iterator().next(),
                    found.disturbed().keySet().iterator().next().label());
        } else if (report.timesAreOpen() && !force) {
            why = "not everything about its times could be decided; add --force to record it all the same";
        }
        if (!why.isEmpty()) {
            err.println("check: not recorded as a baseline, because " + why);
            return ExitStatus.UNDECIDED;
        }
        Path done = run.folder().file("recorded.txt");
        if (Files.exists(done)) {
            // The run was gone on with after it had recorded its session.
            out.println("Recorded before: " + Files.readString(done).strip());
            return ExitStatus.OK;
        }
        Environment measuredIn = found.session().environment().orElse(run.environment());
        for (Map.Entry<String, String> fact : finder.keep(run.classPath()).entrySet()) {
            measuredIn = measuredIn.with(fact.getKey(), fact.getValue());
        }
        Path recorded = baselines.record(
                name,
                Baseline.Area.LOCAL,
                run.folder().path(),
                measuredIn,
                Clock.systemUTC().instant());
        AtomicFiles.write(done, recorded + "\n");
        // Sessions that were pruned leave their jars behind.
        finder.kept()
                .retain(baselines.values(BaseCodeFinder.JARS).stream()
                        .flatMap(hashes -> Stream.of(hashes.split(" ", -1)))
                        .toList());
        out.println("Recorded: " + recorded);
        return ExitStatus.OK;
    }
}
