package org.evenkeel.suite.sides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.jar.JarFile;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/**
 * Copies of the jars of both sides in the folder of a run: somebody who goes on working, and builds again meanwhile, must
 * not change what is being measured.
 */
public final class KeptJars {

    private static final String HASH = "base-commit.txt";

    /** Where a jar of JMH has what starts it. */
    private static final String JMH = "org/openjdk/jmh/Main.class";

    private final Path run;

    /** @param run the folder of the run */
    public KeptJars(Path run) {
        this.run = run;
    }

    /** Where the jar of the base is, or will be. */
    public Path base() {
        return kept("base.jar");
    }

    /** Where the jar of the code as it is now is, or will be. */
    public Path current() {
        return kept("current.jar");
    }

    /** Whether both jars are there, from a run that was interrupted. */
    public boolean areThere() {
        return Files.exists(base()) && Files.exists(current());
    }

    /** Hash of the commit that the base was built from; empty where it was not. */
    public Optional<String> baseHash() {
        try {
            return Files.isRegularFile(kept(HASH))
                    ? Optional.of(Files.readString(kept(HASH)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new BadInputException(kept(HASH) + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /**
     * Builds the base from its commit and takes the work tree as it stands; does nothing where both are there already.
     *
     * @param workTree the jar of the work tree; empty to build it the same way
     * @throws BadInputException when one does not build, or when what is there is of another commit
     */
    public void build(BaseCommit commit, JarBuild build, Optional<Path> workTree)
            throws IOException, InterruptedException {
        if (areThere()) {
            requireSame(commit);
            return;
        }
        try (GitTree tree = GitTree.checkOut(commit.repository(), commit.hash())) {
            GitTree.build(commit.toString(), tree.folder(), build.command(), run.resolve("base-build.log"));
            keep(tree.folder().resolve(build.jar()), commit.toString(), base());
        }
        AtomicFiles.write(kept(HASH), commit.hash() + "\n");
        if (workTree.isEmpty()) {
            GitTree.build("the work tree", commit.repository(), build.command(), run.resolve("current-build.log"));
        }
        keep(workTree.orElse(commit.repository().resolve(build.jar())), "the work tree", current());
    }

    private void requireSame(BaseCommit commit) {
        Optional<String> hash = baseHash();
        if (hash.isPresent() && !hash.get().equals(commit.hash())) {
            throw new BadInputException("--resume: " + run + " was measured against the commit " + hash.get()
                    + ", found --base " + commit.name() + ", which is " + commit.hash()
                    + " now; give that commit, or start anew with another --out");
        }
    }

    /**
     * Keeps a jar that somebody has built.
     *
     * @param what it is, for messages
     * @throws BadInputException when there is none
     */
    public static void keep(Path jar, String what, Path kept) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException(what + ": expected its build to make " + jar.getFileName() + ", found none at "
                    + jar + "; scripts/ab takes the name of another jar by --built");
        }
        Files.createDirectories(kept.resolveSibling(""));
        Path temporary = kept.resolveSibling(kept.getFileName() + ".tmp");
        Files.copy(jar, temporary, StandardCopyOption.REPLACE_EXISTING);
        Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a jar carries JMH, and so its own benchmarks. */
    public static boolean isJmh(Path jar) {
        return holds(jar, JMH);
    }

    /**
     * Whether a jar, or a folder of classes, holds an entry.
     *
     * @param entry with forward slashes
     * @throws BadInputException when it is neither
     */
    public static boolean holds(Path jar, String entry) {
        if (Files.isDirectory(jar)) {
            return Files.exists(jar.resolve(entry));
        }
        try (JarFile content = new JarFile(jar.toFile())) {
            return content.getEntry(entry) != null;
        } catch (IOException e) {
            throw new BadInputException(
                    jar + ": expected a jar, found a file that is none (" + e.getMessage() + ")", e);
        }
    }

    private Path kept(String name) {
        return run.resolve("sides").resolve(name).toAbsolutePath().normalize();
    }
}
