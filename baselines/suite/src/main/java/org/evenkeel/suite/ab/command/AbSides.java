package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.JarBuild;
import org.evenkeel.suite.sides.KeptJars;
import org.evenkeel.suite.sides.Sides;

/** Finds or builds the jars of the two sides. */
final class AbSides {

    private final AbOptions asked;
    private final KeptJars jars;
    private final PrintWriter err;

    AbSides(AbOptions asked, AbFolder folder, PrintWriter err) {
        this.asked = asked;
        this.jars = new KeptJars(folder.path());
        this.err = err;
    }

    /** The class paths of both sides. */
    Sides find() throws IOException, InterruptedException {
        if (asked.baseJar != null && asked.jar != null) {
            return new Sides(
                    List.of(copied(asked.baseJar, "--base-jar", jars.base())),
                    List.of(copied(asked.jar, "--jar", jars.current())));
        }
        if (asked.baseClassPath != null) {
            List<Path> base = MeasuredClassPath.alone("--base-classpath", asked.baseClassPath)
                    .entries();
            List<Path> current =
                    MeasuredClassPath.alone("--classpath", userEntries()).entries();
            if (asked.selection.isPlain()
                    && base.stream().anyMatch(KeptJars::isJmh)
                    && current.stream().anyMatch(KeptJars::isJmh)) {
                // A project's own benchmarks, with the JMH that they were generated for.
                return new Sides(base, current);
            }
            return new Sides(
                    MeasuredClassPath.of(asked.benchmarks, asked.baseClassPath).entries(),
                    MeasuredClassPath.of(asked.benchmarks, userEntries()).entries());
        }
        // Whoever goes on without naming the base means the one of before, whatever is committed since.
        if (!jars.areThere() || asked.base != null) {
            build();
        }
        return KeptJars.isJmh(jars.current())
                ? new Sides(
                        MeasuredClassPath.of(jars.base(), userEntries()).entries(),
                        MeasuredClassPath.of(jars.current(), userEntries()).entries())
                : new Sides(
                        MeasuredClassPath.of(asked.benchmarks, jars.base().toString())
                                .entries(),
                        MeasuredClassPath.of(asked.benchmarks, jars.current().toString())
                                .entries());
    }

    /** The base in words, for the page. */
    String baseWords() {
        if (asked.baseJar != null) {
            return "the jar " + asked.baseJar.getFileName();
        }
        return asked.baseClassPath != null
                ? "the base's class path"
                : jars.baseHash()
                        .map(hash -> "commit " + BaseCommit.shortened(hash))
                        .orElse("the base");
    }

    private void build() throws IOException, InterruptedException {
        BaseCommit commit = BaseCommit.find(Path.of(""), asked.base);
        JarBuild build = asked.build == null || asked.built == null
                ? JarBuild.ownOf(commit.repository(), "give --build and --built")
                : new JarBuild(asked.build, asked.built);
        if (!jars.areThere()) {
            err.println("Comparing the work tree with " + commit + "; building it...");
            err.flush();
        }
        // Whoever started this command has built the work tree of this tool's own repository.
        jars.build(commit, build, asked.build == null ? Optional.of(asked.benchmarks) : Optional.empty());
    }

    private String userEntries() {
        return Objects.requireNonNullElse(asked.classPath, "");
    }

    private static Path copied(Path jar, String option, Path kept) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException(option + " " + jar + ": expected a JMH jar, found none there; build it first");
        }
        if (!KeptJars.isJmh(jar)) {
            throw new BadInputException(
                    option + " " + jar + ": expected a jar with JMH in it, found one without; hot paths"
                            + " alone go to --base-classpath and --classpath");
        }
        if (!Files.exists(kept)) {
            KeptJars.keep(jar, option, kept);
        }
        return kept;
    }
}
