package org.evenkeel.suite.why;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;
import org.evenkeel.suite.sides.GitTree;
import org.evenkeel.suite.sides.KeptCode;
import org.evenkeel.suite.sides.KeptJars;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;

/** Turns BASE and CURRENT, each a jar or a commit, into class paths, and into the diff of their sources. */
final class WhySides {

    private final String base;
    private final @Nullable String current;
    private final BuildOptions build;
    private final Path benchmarks;
    private final Path folder;
    private final PrintWriter err;

    /**
     * The two sides as they were named.
     *
     * @param current null for the work tree
     * @param benchmarks the benchmark jar of the work tree, and the one behind hot paths
     * @param folder of the run
     */
    WhySides(String base, @Nullable String current, BuildOptions build, Path benchmarks, Path folder, PrintWriter err) {
        this.base = base;
        this.current = current;
        this.build = build;
        this.benchmarks = benchmarks;
        this.folder = folder;
        this.err = err;
    }

    /**
     * What was found.
     *
     * @param sides copies of the jars, so that a build meanwhile changes nothing
     * @param diff of the sources; none where a side is a jar
     * @param words what is compared, for people
     * @param facts more of it, a line each
     */
    record Found(Sides sides, SourceDiff diff, String words, List<String> facts) {}

    Found find() throws IOException, InterruptedException {
        build.check();
        Side before = side(base);
        Side now = current == null ? workTree() : side(current);
        KeptCode copies = new KeptCode(folder.resolve("sides"));
        Sides sides = new Sides(copied(copies, before.classPath), copied(copies, now.classPath));
        List<String> facts = new ArrayList<>();
        SourceDiff diff = SourceDiff.NONE;
        if (before.commit.isPresent() && (now.commit.isPresent() || current == null)) {
            Path repository = GitTree.repositoryOf("BASE", Path.of(""));
            diff = SourceDiff.parse(GitTree.diff(repository, before.commit.get(), now.commit));
            facts.add("Before: " + GitTree.describe(repository, before.commit.get()));
            now.commit.ifPresent(commit -> facts.add("After: " + GitTree.describe(repository, commit)));
        }
        return new Found(sides, diff, now.words + " beside " + before.words, facts);
    }

    private record Side(List<Path> classPath, Optional<String> commit, String words) {}

    private Side side(String named) throws IOException, InterruptedException {
        Path file = Path.of(named);
        if (Files.isRegularFile(file)) {
            return new Side(classPath(file), Optional.empty(), String.valueOf(file.getFileName()));
        }
        if (named.endsWith(".jar")) {
            throw new BadInputException(named + ": expected a JMH jar, or a commit, branch or tag, found no such file");
        }
        Path repository = GitTree.repositoryOf(named, Path.of(""));
        String commit = GitTree.commit("BASE or CURRENT", repository, named);
        CommitJars jars =
                new CommitJars(repository, build.of(repository), benchmarks, folder.resolve("build.log"), err);
        return new Side(jars.classPath(commit), Optional.of(commit), "commit " + BaseCommit.shortened(commit));
    }

    private Side workTree() throws IOException, InterruptedException {
        Path jar = build.ofWorkTree(err).orElse(benchmarks);
        return new Side(classPath(jar), Optional.empty(), "the work tree");
    }

    /** A jar that has hot paths and no JMH is measured by ours. */
    private List<Path> classPath(Path jar) {
        return KeptJars.isJmh(jar)
                ? MeasuredClassPath.of(jar, "").entries()
                : MeasuredClassPath.of(benchmarks, jar.toString()).entries();
    }

    private static List<Path> copied(KeptCode copies, List<Path> classPath) {
        return classPath.stream()
                .map(copies::keep)
                .map(copies::find)
                .map(copy -> copy.toAbsolutePath().normalize())
                .toList();
    }
}
