package org.evenkeel.suite.sides;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenkeel.suite.run.MeasuredClassPath;

/**
 * The jars of commits, built in a work tree of their own and kept, so that a second search builds only what is new to it.
 *
 * @param repository whose commits they are
 * @param build how a jar is made
 * @param harness the benchmark jar that measures jars which have hot paths and no JMH
 * @param log gets what builds print
 */
public record CommitJars(Path repository, JarBuild build, Path harness, Path log, PrintWriter err) {

    /**
     * The class path on which a commit is measured.
     *
     * @throws org.evenkeel.kernel.BadInputException when it does not build
     */
    public List<Path> classPath(String commit) throws IOException, InterruptedException {
        Path jar = jar(commit);
        return KeptJars.isJmh(jar)
                ? MeasuredClassPath.of(jar, "").entries()
                : MeasuredClassPath.of(harness, jar.toString()).entries();
    }

    private Path jar(String commit) throws IOException, InterruptedException {
        // Another command makes another jar of the same commit.
        String by = UUID.nameUUIDFromBytes((build.command() + "\n" + build.jar()).getBytes(StandardCharsets.UTF_8))
                .toString();
        KeptCode kept = new KeptCode(
                repository.resolve("target/evenkeel/commits").resolve(by).toAbsolutePath());
        Optional<Path> before = kept.ofCommit(commit);
        if (before.isPresent()) {
            return before.get();
        }
        String what = "commit " + BaseCommit.shortened(commit);
        err.println("Building " + what + "...");
        err.flush();
        return kept.build(repository, commit, what, build, log);
    }
}
