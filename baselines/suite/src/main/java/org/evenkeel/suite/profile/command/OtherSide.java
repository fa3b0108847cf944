package org.evenkeel.suite.profile.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BaseOptions;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.profile.run.ProfilerJar;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.JarBuild;
import org.evenkeel.suite.sides.KeptJars;
import org.evenkeel.suite.sides.Sides;
import picocli.CommandLine.Mixin;

/** The code that a profile is compared with: how it can be named, and where its jar comes from. */
public final class OtherSide {

    @Mixin
    private BaseOptions options = new BaseOptions();

    /** How the jars of both sides are built where a commit is named. */
    public BuildOptions build() {
        return options.build();
    }

    /** Whether there is another side. */
    public boolean isGiven() {
        return options.isGiven();
    }

    /**
     * Refuses what cannot be, before anything is written or built.
     *
     * @param classPathNow user's entries of the code as it is now; empty for none
     * @param isPlain whether somebody's own benchmarks are profiled, whose jar needs no profiler in it
     */
    public void check(String classPathNow, boolean isPlain) {
        options.check(classPathNow);
        if (build().isGiven() && !isPlain) {
            throw new BadInputException(
                    "--build: expected --benchmark beside it; of hot paths, build both versions, and give"
                            + " --base-classpath OLD --classpath NEW");
        }
        String base = options.ref();
        if (base != null) {
            var unused = how(commit(base));
        }
        Path benchmarks = options.jar();
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
        String base = options.ref();
        Path benchmarks = options.jar();
        String classPath = options.classPath();
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
        return build().jar()
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
