package org.evenkeel.suite.why;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.Blame;
import org.evenkeel.suite.profile.command.ProfileDifference;
import org.evenkeel.suite.profile.command.ProfileSession;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.run.ProfileFolder;
import org.evenkeel.suite.profile.run.Profiled;
import org.evenkeel.suite.profile.run.ProfiledFork;
import org.evenkeel.suite.profile.run.ProfilerJar;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.sides.Sides;
import org.evenkeel.suite.why.analysis.EventBlame;
import org.evenkeel.suite.why.analysis.Explanation;

/**
 * Profiles both sides of a benchmark in turn, and blames frames.
 *
 * @param java the executable of the measured JVMs
 * @param sides the older code first
 * @param touched the methods that differ between them
 * @param profile how long a fork takes
 * @param forks profiled forks of each event and side
 * @param jvmArguments of every measured JVM
 * @param err hears of the progress
 */
public record Explainer(
        Path java,
        Sides sides,
        List<TouchedMethod> touched,
        Profile profile,
        int forks,
        List<String> jvmArguments,
        PrintWriter err) {

    private static final String BASE = "base";

    /** Rows of the tables that are written beside the flame graphs. */
    private static final int TOP = 30;

    public Explainer {
        touched = List.copyOf(touched);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /**
     * What is explained.
     *
     * @param benchmark what got worse
     * @param subject what it is called, for people
     * @param what what got worse of it, in words
     * @param isTime whether that is time; else bytes
     * @param threads how many call it at once
     */
    public record Question(AbBenchmark benchmark, String subject, String what, boolean isTime, int threads) {

        /** What can tell why: bytes by bytes; time by work, by waiting, and by bytes, which cost time as well. */
        private List<ProfileEvent> events() {
            if (!isTime) {
                return List.of(ProfileEvent.ALLOC);
            }
            return threads > 1
                    ? List.of(ProfileEvent.CPU, ProfileEvent.WALL, ProfileEvent.LOCK, ProfileEvent.ALLOC)
                    : List.of(ProfileEvent.CPU, ProfileEvent.WALL, ProfileEvent.ALLOC);
        }
    }

    /**
     * Profiles, unless the folder has it, and blames.
     *
     * @param profiles the folder of the profiles
     * @param reports the folder of the page that links to them
     */
    public Explanation explain(Question question, Path profiles, Path reports)
            throws IOException, InterruptedException {
        Files.createDirectories(profiles);
        ProfileFolder session = new ProfileFolder(profiles);
        List<ProfileEvent> events = question.events();
        ProfilePlan plan = new ProfilePlan(
                events.stream().map(ProfileEvent::written).toList(),
                forks,
                List.of(BASE, ProfileFolder.HERE),
                false,
                false,
                profile);
        AbBenchmark one = question.benchmark();
        ProfileSession profiling = new ProfileSession(
                plan,
                Map.of(
                        BASE,
                        runner(new Profiled(one.benchmark(), one.params(), "thrpt", ""), sides.base(), session),
                        ProfileFolder.HERE,
                        runner(
                                new Profiled(one.benchmark(), one.params(), "thrpt", one.planted()),
                                sides.current(),
                                session)));
        int open = profiling.open().size();
        List<String> missing = new ArrayList<>();
        try (Progress progress =
                MeasureOptions.progress(err, open, plan.forkTime().multipliedBy(open))) {
            profiling.run(progress).forEach((fork, reason) -> missing.add(fork.fileName() + ": " + reason));
        }
        List<EventBlame> blames = new ArrayList<>();
        StringBuilder tables = new StringBuilder();
        for (ProfileEvent event : events) {
            ProfileDifference difference = new ProfileDifference(session, BASE, session, profiles);
            List<ForkProfile> before = session.profiles(BASE, event);
            List<ForkProfile> after = session.profiles(ProfileFolder.HERE, event);
            if (before.isEmpty() || after.isEmpty()) {
                missing.add(
                        event.written() + ": not sampled on both sides, see the logs in " + profiles.resolve("forks"));
                continue;
            }
            tables.append(difference.render(event, false, TOP)).append('\n');
            Path graph = profiles.resolve("difference-" + event.written() + ".html");
            blames.add(new EventBlame(
                    event,
                    Blame.between(before, after, touched),
                    reports.relativize(graph).toString().replace('\\', '/')));
        }
        Files.writeString(profiles.resolve("frames.txt"), tables);
        return new Explanation(question.subject(), question.what(), question.isTime(), blames, missing);
    }

    private ProfiledFork runner(Profiled profiled, List<Path> classPath, ProfileFolder session) throws IOException {
        List<Path> withProfiler = ProfilerJar.behind(
                classPath, MeasuredClassPath.besideThisJar(), session.path().resolve("profiler.jar"));
        return new ProfiledFork(java, withProfiler, profiled, profile, jvmArguments, session);
    }
}
