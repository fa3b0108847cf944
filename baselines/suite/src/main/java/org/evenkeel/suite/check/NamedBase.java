package org.evenkeel.suite.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCode;
import org.evenkeel.suite.sides.BaseCodeFinder;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The code to measure times in turn with, where it is named in place of the baseline's own. */
final class NamedBase {

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Measure times in turn with this commit, branch or tag. Default: the code of the baseline.")
    private @Nullable String ref;

    @Option(
            names = {"--base-benchmarks", "--base-jar"},
            paramLabel = "JAR",
            description = "With --benchmark: measure in turn with the JMH jar of other code.")
    private @Nullable Path jar;

    @Option(
            names = "--base-classpath",
            paramLabel = "CP",
            description = "Measure in turn with hot paths or benchmarks of your own, as they were; as they are now they"
                    + " go to --classpath.")
    private @Nullable String classPath;

    @Mixin
    private BuildOptions build = new BuildOptions();

    /** How jars of commits are built. */
    BuildOptions build() {
        return build;
    }

    /** The commit, branch or tag; null where there is none. */
    @Nullable
    String ref() {
        return ref;
    }

    /** Refuses what cannot be. */
    void check(MeasureOptions measure) {
        build.check();
        if (!measure.isPlain() && (jar != null || build.isGiven())) {
            throw new BadInputException(
                    "expected --benchmark beside " + (jar != null ? "--base-benchmarks" : "--build") + ", found none");
        }
        List<String> given = Stream.of(
                        ref == null ? "" : "--base " + ref,
                        jar == null ? "" : "--base-benchmarks",
                        classPath == null ? "" : "--base-classpath")
                .filter(name -> !name.isEmpty())
                .toList();
        if (given.size() > 1) {
            throw new BadInputException(
                    "expected one base, found " + String.join(" and ", given) + "; give one of them");
        }
        if (build.isGiven() && ref == null) {
            throw new BadInputException("--build: expected --base beside it, the commit whose jar it builds");
        }
        if (classPath != null && measure.classPath.isEmpty()) {
            throw new BadInputException(
                    "expected --classpath beside --base-classpath: the same hot paths or benchmarks as they are now");
        }
    }

    /**
     * The code that was named; empty where none was.
     *
     * @param finder builds commits of hot paths
     * @throws BadInputException when there is no such commit, or it does not build
     */
    Optional<BaseCode> find(MeasureOptions measure, BaseCodeFinder finder, PrintWriter err)
            throws IOException, InterruptedException {
        if (jar != null) {
            Path name = jar.getFileName();
            return Optional.of(new BaseCode.Found(
                    MeasuredClassPath.of(jar, measure.classPath).entries(), "the jar " + (name == null ? jar : name)));
        }
        if (classPath != null) {
            MeasuredClassPath entries = measure.isPlain()
                    ? MeasuredClassPath.alone("--base-classpath", classPath)
                    : MeasuredClassPath.of(measure.benchmarks, classPath);
            return Optional.of(new BaseCode.Found(entries.entries(), "the code of --base-classpath"));
        }
        if (ref == null) {
            return Optional.empty();
        }
        return Optional.of(measure.isPlain() ? ofPlain(ref, measure, finder, err) : finder.ofRef(ref, err));
    }

    private BaseCode.Found ofPlain(String name, MeasureOptions measure, BaseCodeFinder finder, PrintWriter err)
            throws IOException, InterruptedException {
        BaseCommit commit = BaseCommit.find(Path.of(""), name);
        CommitJars jars = new CommitJars(
                commit.repository(),
                build.of(commit.repository()),
                MeasuredClassPath.besideThisJar(),
                finder.log(),
                err);
        List<Path> entries = jars.classPath(commit.hash());
        return new BaseCode.Found(
                measure.classPath.isEmpty()
                        ? entries
                        : MeasuredClassPath.of(entries.get(0), measure.classPath)
                                .entries(),
                "commit " + BaseCommit.shortened(commit.hash()));
    }
}
