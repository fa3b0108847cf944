package org.evenkeel.suite.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Leftovers;
import org.evenkeel.suite.sides.GitTree;
import org.evenkeel.suite.sides.JarBuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the JMH jar of a commit is built in somebody else's repository. */
public final class BuildOptions {

    private static final String LOG = "evenkeel-build";

    @Option(
            names = "--build",
            paramLabel = "COMMAND",
            description = "What builds --built, run in a tree of each commit. Default: this repository's own build.")
    private @Nullable String build;

    @Option(
            names = "--built",
            paramLabel = "JAR",
            description =
                    "With --build: the jar that it builds, relative to the repository; a JMH jar, or one with hot paths.")
    private @Nullable Path built;

    /** Whether anything was said. */
    public boolean isGiven() {
        return build != null || built != null;
    }

    /** Refuses what cannot be. */
    public void check() {
        if ((build == null) != (built == null)) {
            throw new BadInputException("expected both --build and --built, found only one of them");
        }
    }

    /** The build; empty where none was named. */
    public Optional<JarBuild> jar() {
        check();
        return build == null || built == null ? Optional.empty() : Optional.of(new JarBuild(build, built));
    }

    /**
     * The build, given or this tool's own.
     *
     * @throws BadInputException when none was named and the repository is another
     */
    public JarBuild of(Path repository) {
        return jar().orElseGet(() -> JarBuild.ownOf(repository, "give --build and --built"));
    }

    /**
     * Builds the work tree as it stands.
     *
     * @param err hears of it
     * @return the jar; empty where no build was named
     * @throws BadInputException when it does not build
     */
    public Optional<Path> ofWorkTree(PrintWriter err) throws IOException, InterruptedException {
        Optional<JarBuild> how = jar();
        if (how.isEmpty()) {
            return Optional.empty();
        }
        Path repository = GitTree.repositoryOf(Path.of(""));
        err.println("Building the work tree...");
        err.flush();
        Path log = log(Path.of(System.getProperty("java.io.tmpdir")));
        GitTree.build("the work tree", repository, how.get().command(), log);
        Files.deleteIfExists(log);
        Path jar = repository.resolve(how.get().jar());
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException("the work tree built no " + how.get().jar() + "; name it by --built");
        }
        return Optional.of(jar);
    }

    /** A new log; those of builds before that nobody reads any more are deleted. */
    static Path log(Path temporary) throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(temporary, LOG + "*.log")) {
            for (Path log : logs) {
                if (Leftovers.isOne(log, Instant.now())) {
                    Files.deleteIfExists(log);
                }
            }
        } catch (IOException | DirectoryIteratorException anotherUsersLog) {
            // It is theirs to delete.
        }
        return Files.createTempFile(temporary, LOG, Leftovers.marked("") + ".log");
    }
}
