package org.evenkeel.baselines.command.interleaved;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.interleaved.AbFolder;
import org.evenkeel.baselines.run.interleaved.GitTree;
import org.evenkeel.baselines.run.interleaved.Sides;
import org.evenkeel.leakcheck.command.BadInputException;

/**
 * Finds or builds the jars of the two sides. Jars that a build may replace meanwhile are copied into the run's folder:
 * somebody who goes on working must not change what is being measured.
 */
final class AbSides {

    private static final String OWN_BUILD = "mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true"
            + " -pl benchmarks/workload,benchmarks/hotpaths,benchmarks/jmh -am package";
    private static final Path OWN_BUILT = Path.of("benchmarks", "jmh", "target", "benchmarks.jar");

    private final AbOptions asked;
    private final AbFolder folder;
    private final PrintWriter err;

    AbSides(AbOptions asked, AbFolder folder, PrintWriter err) {
        this.asked = asked;
        this.folder = folder;
        this.err = err;
    }

    /** The class paths of both sides. */
    Sides find() throws IOException, InterruptedException {
        if (asked.baseJar != null && asked.jar != null) {
            return new Sides(
                    List.of(copied(asked.baseJar, "--base-jar", "base.jar")),
                    List.of(copied(asked.jar, "--jar", "current.jar")));
        }
        if (asked.baseClassPath != null) {
            return new Sides(
                    MeasuredClassPath.of(asked.benchmarks, asked.baseClassPath).entries(),
                    MeasuredClassPath.of(asked.benchmarks, Objects.requireNonNullElse(asked.classPath, ""))
                            .entries());
        }
        return ofCommits();
    }

    private Sides ofCommits() throws IOException, InterruptedException {
        Path base = kept("base.jar");
        Path current = kept("current.jar");
        if (!asked.resume || !Files.exists(base) || !Files.exists(current)) {
            Path repository = GitTree.repositoryOf(Path.of(""));
            String ref = asked.base == null ? GitTree.defaultBase(repository) : asked.base;
            String commit = GitTree.commit(repository, ref);
            String named = "the base " + ref + " (" + commit.substring(0, 10) + ")";
            err.println("Comparing the work tree with " + named + "; building it...");
            err.flush();
            Path built = asked.built == null ? OWN_BUILT : asked.built;
            String build = asked.build == null ? OWN_BUILD : asked.build;
            if (asked.build == null && !Files.isRegularFile(repository.resolve("benchmarks/jmh/pom.xml"))) {
                throw new BadInputException("expected --build and --built: " + repository
                        + " is not the repository of this tool, so only you know how its jar is built");
            }
            try (GitTree tree = GitTree.checkOut(repository, commit)) {
                GitTree.build(named, tree.folder(), build, folder.file("base-build.log"));
                keep(tree.folder().resolve(built), named, base);
            }
            if (asked.build == null) {
                // Whoever started this command has built the work tree.
                keep(asked.benchmarks, "the work tree", current);
            } else {
                GitTree.build("the work tree", repository, build, folder.file("current-build.log"));
                keep(repository.resolve(built), "the work tree", current);
            }
        }
        return isJmh(current)
                ? new Sides(withUserEntries(base), withUserEntries(current))
                : new Sides(
                        MeasuredClassPath.of(asked.benchmarks, base.toString()).entries(),
                        MeasuredClassPath.of(asked.benchmarks, current.toString())
                                .entries());
    }

    private List<Path> withUserEntries(Path jar) {
        return new ArrayList<>(MeasuredClassPath.of(jar, Objects.requireNonNullElse(asked.classPath, ""))
                .entries());
    }

    private Path copied(Path jar, String option, String name) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException(option + " " + jar + ": expected a JMH jar, found none there; build it first");
        }
        if (!isJmh(jar)) {
            throw new BadInputException(
                    option + " " + jar + ": expected a jar with JMH in it, found one without; hot paths"
                            + " alone go to --base-classpath and --classpath");
        }
        Path kept = kept(name);
        if (!Files.exists(kept)) {
            keep(jar, option, kept);
        }
        return kept;
    }

    private static void keep(Path jar, String what, Path kept) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException(what + ": expected its build to make " + jar.getFileName() + ", found none at "
                    + jar + "; name it by --built");
        }
        Files.createDirectories(kept.resolveSibling(""));
        Path temporary = kept.resolveSibling(kept.getFileName() + ".tmp");
        Files.copy(jar, temporary, StandardCopyOption.REPLACE_EXISTING);
        Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path kept(String name) {
        return folder.file("sides").resolve(name).toAbsolutePath().normalize();
    }

    /** Whether a jar carries JMH, and so its own benchmarks. */
    static boolean isJmh(Path jar) {
        try (JarFile content = new JarFile(jar.toFile())) {
            return content.getEntry("org/openjdk/jmh/Main.class") != null;
        } catch (IOException e) {
            throw new BadInputException(
                    jar + ": expected a jar, found a file that is none (" + e.getMessage() + ")", e);
        }
    }
}
