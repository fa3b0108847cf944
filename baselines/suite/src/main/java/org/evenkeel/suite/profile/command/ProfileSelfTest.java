package org.evenkeel.suite.profile.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.plan.PathSelection;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.profile.analysis.EventProfile;
import org.evenkeel.suite.profile.analysis.FrameRow;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.run.ProfileFolder;
import org.evenkeel.suite.profile.run.Profiled;
import org.evenkeel.suite.profile.run.ProfiledFork;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Progress;

/** Plants causes of known size in the path {@code planted}, one after the other, and looks whether the profile names them. */
public final class ProfileSelfTest {

    private static final int FORKS = 2;

    /** Forks of all causes together; that of the lock has one more, which watches the holders. */
    public static final int STEPS = PlantedCause.ALL.size() * FORKS + 1;

    private final MeasuredClassPath classPath;
    private final Path java;
    private final Profile profile;
    private final Path folder;

    /**
     * @param java the {@code java} executable of the measured JVMs
     * @param folder where each cause gets a folder of its own
     */
    public ProfileSelfTest(MeasuredClassPath classPath, Path java, Profile profile, Path folder) {
        this.classPath = classPath;
        this.java = java;
        this.profile = profile;
        this.folder = folder;
    }

    /**
     * Status OK when each cause is the first row of its table with the size that was planted.
     *
     * @param watched makes the progress for so many forks of so much time each
     */
    public ExitStatus run(PrintWriter out, Function<Duration, Progress> watched)
            throws IOException, InterruptedException {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "planted", "event", "size", "found", "first row"));
        boolean passed = true;
        try (Progress progress =
                watched.apply(profile.benchmarkTime().multipliedBy(STEPS).dividedBy(profile.forks()))) {
            for (PlantedCause cause : PlantedCause.ALL) {
                List<String> line = new ArrayList<>(List.of(
                        cause.planted(),
                        cause.event().written(),
                        Quantity.digits(cause.size()) + " " + cause.event().unit()));
                boolean found = look(cause, progress, line);
                line.add(0, found ? "ok" : "FAILED");
                table.add(line);
                passed &= found;
            }
        }
        out.print(TextTable.render(table, 3, 4));
        out.println(
                passed
                        ? "Each planted cause is the first row of its table, within 20 % of its size."
                        : "A planted cause was not the first row of its table within 20 % of its size. Beside other load"
                                + " times prove nothing; run it again when the machine is idle.");
        return passed ? ExitStatus.OK : ExitStatus.WRONG;
    }

    private boolean look(PlantedCause cause, Progress progress, List<String> line)
            throws IOException, InterruptedException {
        List<PlannedPath> paths =
                classPath.withHotPaths(available -> PathSelection.select(available, List.of(cause.path())));
        ProfileFolder session = new ProfileFolder(folder.resolve(cause.event().written()));
        ProfilePlan plan = new ProfilePlan(
                List.of(cause.event().written()), FORKS, List.of(ProfileFolder.HERE), false, false, profile);
        ProfiledFork runner = new ProfiledFork(
                java,
                classPath.entries(),
                Profiled.of(paths.get(0), cause.form()),
                profile,
                PlantedCause.JVM_ARGUMENTS,
                session);
        var broken = new ProfileSession(plan, Map.of(ProfileFolder.HERE, runner)).run(progress);
        List<ForkProfile> profiles = session.profiles(ProfileFolder.HERE, cause.event());
        if (!broken.isEmpty() || profiles.isEmpty()) {
            line.add("");
            line.add(broken.isEmpty() ? "nothing could be sampled" : String.join("; ", broken.values()));
            return false;
        }
        List<FrameRow> rows = EventProfile.of(profiles, false).rows();
        if (rows.isEmpty()) {
            line.add("");
            line.add("no row");
            return false;
        }
        FrameRow first = rows.get(0);
        line.add(Quantity.digits(first.own().value()));
        line.add(first.frame());
        return cause.isFound(first.frame(), first.own().value());
    }
}
