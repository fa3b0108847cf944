package org.evenkeel.suite.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BaseOptions;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCode;
import org.evenkeel.suite.sides.BaseCodeFinder;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** The code to measure times in turn with, where it is named in place of the baseline's own. */
final class NamedBase {

    @Mixin
    private BaseOptions options = new BaseOptions();

    /** How jars of commits are built. */
    BuildOptions build() {
        return options.build();
    }

    /** The commit, branch or tag; null where there is none. */
    @Nullable
    String ref() {
        return options.ref();
    }

    /** Refuses what cannot be. */
    void check(MeasureOptions measure) {
        boolean hasJar = options.jar() != null;
        if (!measure.selection.isPlain() && (hasJar || build().isGiven())) {
            throw new BadInputException(
                    "expected --benchmark beside " + (hasJar ? "--base-benchmarks" : "--build") + ", found none");
        }
        options.check(measure.classPath);
        if (options.given().size() > 1) {
            throw new BadInputException(
                    "expected one base, found " + String.join(" and ", options.given()) + "; give one of them");
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
        Path jar = options.jar();
        if (jar != null) {
            Path name = jar.getFileName();
            return Optional.of(new BaseCode.Found(
                    MeasuredClassPath.of(jar, measure.classPath).entries(), "the jar " + (name == null ? jar : name)));
        }
        String classPath = options.classPath();
        if (classPath != null) {
            MeasuredClassPath entries = measure.selection.isPlain()
                    ? MeasuredClassPath.alone("--base-classpath", classPath)
                    : MeasuredClassPath.of(measure.benchmarks, classPath);
            return Optional.of(new BaseCode.Found(entries.entries(), "the code of --base-classpath"));
        }
        String ref = options.ref();
        if (ref == null) {
            return Optional.empty();
        }
        return Optional.of(measure.selection.isPlain() ? ofPlain(ref, measure, finder, err) : finder.ofRef(ref, err));
    }

    private BaseCode.Found ofPlain(String name, MeasureOptions measure, BaseCodeFinder finder, PrintWriter err)
            throws IOException, InterruptedException {
        BaseCommit commit = BaseCommit.find(Path.of(""), name);
        CommitJars jars = new CommitJars(
                commit.repository(),
                build().of(commit.repository()),
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
