package org.evenkeel.suite.plain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCode;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The code that benchmarks of somebody's own are compared with, beside a baseline and {@code --base}. */
public final class PlainBase {

    @Option(
            names = {"--base-benchmarks", "--base-jar"},
            paramLabel = "JAR",
            description = "With --benchmark: measure in turn with the JMH jar of other code.")
    private @Nullable Path jar;

    @Mixin
    private BuildOptions build = new BuildOptions();

    /** How jars of commits are built. */
    public BuildOptions build() {
        return build;
    }

    /** Refuses what cannot be. */
    public void check(@Nullable String base, boolean isPlain) {
        build.check();
        if (!isPlain && (jar != null || build.isGiven())) {
            throw new BadInputException(
                    "expected --benchmark beside " + (jar != null ? "--base-benchmarks" : "--build") + ", found none");
        }
        if (jar != null && base != null) {
            throw new BadInputException(
                    "expected one base, found --base " + base + " and --base-benchmarks; give one of them");
        }
        if (build.isGiven() && base == null) {
            throw new BadInputException("--build: expected --base beside it, the commit whose jar it builds");
        }
    }

    /**
     * The code that was named; empty where none was.
     *
     * @param base commit, branch or tag
     * @param userEntries what else is on the class path, in the form of a class path; empty for nothing
     * @param log gets what a build prints
     * @throws BadInputException when there is no such commit, or it does not build
     */
    public Optional<BaseCode> find(@Nullable String base, String userEntries, Path log, PrintWriter err)
            throws IOException, InterruptedException {
        if (jar != null) {
            Path name = jar.getFileName();
            return Optional.of(new BaseCode.Found(
                    MeasuredClassPath.of(jar, userEntries).entries(), "the jar " + (name == null ? jar : name)));
        }
        if (base == null) {
            return Optional.empty();
        }
        BaseCommit commit = BaseCommit.find(Path.of(""), base);
        CommitJars jars = new CommitJars(
                commit.repository(), build.of(commit.repository()), MeasuredClassPath.besideThisJar(), log, err);
        List<Path> classPath = jars.classPath(commit.hash());
        List<Path> all = userEntries.isEmpty()
                ? classPath
                : MeasuredClassPath.of(classPath.get(0), userEntries).entries();
        return Optional.of(new BaseCode.Found(all, "commit " + BaseCommit.shortened(commit.hash())));
    }
}
