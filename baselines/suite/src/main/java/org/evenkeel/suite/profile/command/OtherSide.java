package org.evenkeel.suite.profile.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.profile.run.ProfilerJar;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.JarBuild;
import org.evenkeel.suite.sides.KeptJars;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The code that a profile is compared with: how it can be named, and where its jar comes from. */
public final class OtherSide {

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Commit, branch or tag to compare the work tree with: both are profiled in turn, and the"
                    + " result shows what each frame costs more.")
    private @Nullable String base;

    @Option(
            names = {"--base-benchmarks", "--base-jar"},
            paramLabel = "JAR",
            description = "The same with the JMH jar of other code.")
    private @Nullable Path benchmarks;

    @Option(
            names = "--base-classpath",
            paramLabel = "CP",
            description = "The same with hot paths or benchmarks of your own, as they were; as they are now they go to"
                    + " --classpath.")
    private @Nullable String classPath;

    @Mixin
    private BuildOptions build = new BuildOptions();

    /** How the jars of both sides are built where a commit is named. */
    public BuildOptions build() {
        return build;
    }

    /** Whether there is another side. */
    public boolean isGiven() {
        return base != null || benchmarks != null || classPath != null;
    }

    /**
     * Refuses what cannot be, before anything is written or built.
     *
     * @param classPathNow user's entries of the code as it is now; empty for none
     * @param isPlain whether somebody's own benchmarks are profiled, whose jar needs no profiler in it
     */
    public void check(String classPathNow, boolean isPlain) {
        build.check();
        if (build.isGiven() && base == null) {
            throw new BadInputException("--build: expected --base beside it, the commit whose jar it builds");
        }
        if (build.isGiven() && !isPlain) {
            throw new BadInputException(
                    "--build: expected --benchmark beside it; of hot paths, build both versions, and give"
                            + " --base-classpath OLD --classpath NEW");
        }
        if (base != null && (benchmarks != null || classPath != null)) {
            throw new BadInputException("expected one base, found --base " + base + " and "
                    + (benchmarks != null ? "--base-benchmarks" : "--base-classpath") + "; give one of them");
        }
        if (classPath != null && classPathNow.isEmpty()) {
            throw new BadInputException(
                    "expected --classpath beside --base-classpath: the same hot paths or benchmarks as they are now");
        }
        if (base != null) {
            var unused = how(commit(base));
        }
        if (benchmarks != null) {
            if (!Files.exists(benchmarks)) {
                throw new BadInputException("--base-benchmarks " + benchmarks
                        + ": expected a jar or a folder, found nothing there; build it first");
            }
            if (!isPlain) {
                requireProfiler(benchmarks, "--base-benchmarks");
            }
        }
    }

    /**
     * The class paths of both sides; builds the base where it is a commit.
     *
     * @param benchmarksNow the benchmark jar of the code as it is now
     * @param classPathNow user's entries of it; empty for none
     * @param isPlain as above
     * @param run the folder of the run, which keeps jars that are built
     * @param err hears what is being built
     * @throws BadInputException when the base does not build, or has no profiler
     */
    public Sides find(Path benchmarksNow, String classPathNow, boolean isPlain, Path run, PrintWriter err)
            throws IOException, InterruptedException {
        if (isPlain && classPath != null) {
            return new Sides(
                    MeasuredClassPath.alone("--base-classpath", classPath).entries(),
                    MeasuredClassPath.alone("--classpath", classPathNow).entries());
        }
        if (base == null) {
            return sides(
                    benchmarks == null ? benchmarksNow : benchmarks,
                    classPath == null ? classPathNow : classPath,
                    benchmarksNow,
                    classPathNow);
        }
        BaseCommit commit = commit(base);
        KeptJars jars = new KeptJars(run);
        if (!jars.areThere()) {
            err.println("Comparing the work tree with " + commit + "; building it...");
            err.flush();
        }
        jars.build(commit, how(commit), Optional.of(benchmarksNow));
        Sides sides = sides(jars.base(), classPathNow, jars.current(), classPathNow);
        if (!isPlain) {
            requireProfiler(jars.base(), commit.toString());
        }
        return sides;
    }

    private static Sides sides(Path benchmarks, String classPath, Path benchmarksNow, String classPathNow) {
        return new Sides(
                MeasuredClassPath.of(benchmarks, classPath).entries(),
                MeasuredClassPath.of(benchmarksNow, classPathNow).entries());
    }

    private static BaseCommit commit(String name) {
        return BaseCommit.find(Path.of(""), name);
    }

    private JarBuild how(BaseCommit commit) {
        return build.jar()
                .orElseGet(() -> JarBuild.ownOf(
                        commit.repository(),
                        "give --build and --built for a JMH jar; of hot paths, build both versions, and give"
                                + " --base-classpath OLD --classpath NEW"));
    }

    private static void requireProfiler(Path jar, String what) {
        if (!ProfilerJar.isIn(jar)) {
            throw new BadInputException(what + ": expected a benchmark jar with the profiler of this command in it,"
                    + " found none in " + jar + "; it is older than scripts/profile, choose a younger one");
        }
    }
}
