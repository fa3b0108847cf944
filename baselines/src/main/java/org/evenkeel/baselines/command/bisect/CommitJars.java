package org.evenkeel.baselines.command.bisect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.sides.BaseCommit;
import org.evenkeel.baselines.run.sides.GitTree;
import org.evenkeel.baselines.run.sides.JarBuild;
import org.evenkeel.baselines.run.sides.KeptCode;
import org.evenkeel.baselines.run.sides.KeptJars;
import org.evenkeel.leakcheck.command.BadInputException;

/**
 * The jars of commits, built in a work tree of their own and kept, so that a second search builds only what is new to it.
 *
 * @param repository whose commits they are
 * @param build how a jar is made
 * @param harness the benchmark jar that measures jars which have hot paths and no JMH
 * @param log gets what builds print
 */
record CommitJars(Path repository, JarBuild build, Path harness, Path log, PrintWriter err) {

    /** Where a jar of JMH has what starts it. */
    private static final String JMH = "org/openjdk/jmh/Main.class";

    /**
     * The class path on which a commit is measured.
     *
     * @throws BadInputException when it does not build
     */
    List<Path> classPath(String commit) throws IOException, InterruptedException {
        Path jar = jar(commit);
        return KeptJars.holds(jar, JMH)
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
        try (GitTree tree = GitTree.checkOut(repository, commit)) {
            GitTree.build(what, tree.folder(), build.command(), log);
            Path jar = tree.folder().resolve(build.jar());
            if (!Files.isRegularFile(jar)) {
                throw new BadInputException(what + " built no " + build.jar() + "; see " + log);
            }
            String hash = kept.keep(jar);
            kept.built(commit, hash);
            return kept.find(hash);
        }
    }
}
