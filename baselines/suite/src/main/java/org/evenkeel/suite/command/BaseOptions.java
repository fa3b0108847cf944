package org.evenkeel.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ways in which a command can be told of other code to compare with: a commit, a JMH jar, a class path. */
public final class BaseOptions {

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Commit, branch or tag to compare with, in turn with the code as it is now.")
    private @Nullable String ref;

    @Option(
            names = {"--base-benchmarks", "--base-jar"},
            paramLabel = "JAR",
            description = "The same with the JMH jar of other code.")
    private @Nullable Path jar;

    @Option(
            names = "--base-classpath",
            paramLabel = "CP",
            description = "The same with hot paths or benchmarks of your own, as they were; as they are now they go to"
                    + " --classpath.")
    private @Nullable String classPath;

    @Mixin
    private BuildOptions build = new BuildOptions();

    /** The commit, branch or tag; null where none was named. */
    public @Nullable String ref() {
        return ref;
    }

    /** The JMH jar; null where none was named. */
    public @Nullable Path jar() {
        return jar;
    }

    /** The class path; null where none was named. */
    public @Nullable String classPath() {
        return classPath;
    }

    /** How jars of commits are built. */
    public BuildOptions build() {
        return build;
    }

    /** Whether there is other code. */
    public boolean isGiven() {
        return ref != null || jar != null || classPath != null;
    }

    /**
     * Refuses what cannot be.
     *
     * @param classPathNow user's entries of the code as it is now; empty for none
     */
    public void check(String classPathNow) {
        build.check();
        if (build.isGiven() && ref == null) {
            throw new BadInputException("--build: expected --base beside it, the commit whose jar it builds");
        }
        if (ref != null && (jar != null || classPath != null)) {
            throw new BadInputException(
                    "expected one base, found " + String.join(" and ", given()) + "; give one of them");
        }
        if (classPath != null && classPathNow.isEmpty()) {
            throw new BadInputException(
                    "expected --classpath beside --base-classpath: the same hot paths or benchmarks as they are now");
        }
    }

    /** What was named, in the words of the command line. */
    public List<String> given() {
        return Stream.of(
                        ref == null ? "" : "--base " + ref,
                        jar == null ? "" : "--base-benchmarks",
                        classPath == null ? "" : "--base-classpath")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
