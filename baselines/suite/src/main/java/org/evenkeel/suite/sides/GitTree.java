package org.evenkeel.suite.sides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.kernel.Answer;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Trees;

/**
 * A commit of a repository, checked out beside the work tree in a folder of its own, which is gone when this is closed or
 * the JVM ends. The work tree and its index are not touched.
 */
public final class GitTree implements AutoCloseable {

    /** To check a large repository out over a slow disk takes minutes; what takes longer waits for somebody. */
    private static final Duration GIT_WITHIN = Duration.ofMinutes(10);

    /** A build that takes longer waits for something that will not come. */
    public static final Duration BUILD_WITHIN = Duration.ofMinutes(60);

    private final Path repository;
    private final Path folder;
    private final Thread hook;

    private GitTree(Path repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
        this.hook = new Thread(this::remove, "evenkeel-remove-worktree");
    }

    /**
     * The repository around a folder.
     *
     * @throws BadInputException when there is none, or no git
     */
    public static Path repositoryOf(Path folder) {
        return repositoryOf("--base", folder);
    }

    /**
     * The same for another option.
     *
     * @param option that names a commit, for the message
     */
    public static Path repositoryOf(String option, Path folder) {
        Answer answer = git(folder, "rev-parse", "--show-toplevel");
        if (answer.status() != 0) {
            throw new BadInputException(option + ": expected a git repository, found none around "
                    + folder.toAbsolutePath() + "; change into one, or give both sides as jars");
        }
        return Path.of(answer.text());
    }

    /** What to compare with when nobody says: the last commit where there are changes on top of it, else its parent. */
    public static String defaultBase(Path repository) {
        return git(repository, "status", "--porcelain", "--untracked-files=no")
                        .text()
                        .isEmpty()
                ? "HEAD~1"
                : "HEAD";
    }

    /**
     * The commit that a name means.
     *
     * @throws BadInputException when it means none
     */
    public static String commit(Path repository, String ref) {
        return commit("--base", repository, ref);
    }

    /**
     * The same for another option.
     *
     * @param option that names the commit, for the message
     */
    public static String commit(String option, Path repository, String ref) {
        Answer answer = git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
        if (answer.status() != 0) {
            throw new BadInputException(option + " " + ref + ": expected a commit, branch or tag of " + repository
                    + ", found none of that name; git log shows those there are");
        }
        return answer.text();
    }

    /**
     * The commits after one up to another, oldest first; of a merge only the side that it was made on.
     *
     * @throws BadInputException when there are none
     */
    public static List<String> between(Path repository, String good, String bad) {
        if (git(repository, "merge-base", "--is-ancestor", good, bad).status() != 0) {
            throw new BadInputException("expected a good commit from which the bad one comes, found " + good + " and "
                    + bad + "; git merge-base names one that both come from");
        }
        List<String> commits = git(repository, "rev-list", "--first-parent", "--reverse", good + ".." + bad)
                .text()
                .lines()
                .toList();
        if (commits.isEmpty()) {
            throw new BadInputException("expected commits after " + good + ", found none: it is the bad one as well");
        }
        return commits;
    }

    /** Short hash, day, author and first line of a commit's message. */
    public static String describe(Path repository, String commit) {
        return git(repository, "show", "--no-patch", "--date=short", "--format=%h %ad %an: %s", commit)
                .text();
    }

    /**
     * The lines that differ between two commits, without lines around them.
     *
     * @param current empty for the work tree
     */
    public static String diff(Path repository, String base, Optional<String> current) {
        List<String> command = new ArrayList<>(List.of(
                "-c",
                "core.quotePath=false",
                "diff",
                "--unified=0",
                "--no-color",
                "--no-ext-diff",
                "--no-renames",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                base));
        current.ifPresent(command::add);
        return git(repository, command.toArray(String[]::new)).text();
    }

    /**
     * Whether files of the work tree are those of a commit, and there are no others beside them.
     *
     * @param paths files and folders, from the top of the repository
     */
    public static boolean isUnchangedSince(Path repository, String commit, List<String> paths) {
        List<String> difference = new ArrayList<>(List.of("diff", "--quiet", commit, "--"));
        difference.addAll(paths);
        List<String> others = new ArrayList<>(List.of("ls-files", "--others", "--exclude-standard", "--"));
        others.addAll(paths);
        return git(repository, difference.toArray(String[]::new)).status() == 0
                && git(repository, others.toArray(String[]::new)).text().isEmpty();
    }

    /** Whether a clone lacks older commits. */
    public static boolean isShallow(Path folder) {
        return git(folder, "rev-parse", "--is-shallow-repository").text().equals("true");
    }

    /**
     * Checks a commit out.
     *
     * @throws BadInputException when git cannot
     */
    public static GitTree checkOut(Path repository, String commit) throws IOException {
        Path trees = Files.createDirectories(repository.resolve("target/evenkeel/worktrees"));
        removeLeftOver(repository, trees);
        Path folder = trees.resolve("base-" + ProcessHandle.current().pid());
        GitTree tree = new GitTree(repository, folder);
        Runtime.getRuntime().addShutdownHook(tree.hook);
        Answer added = git(repository, "worktree", "add", "--detach", "--quiet", "--force", folder.toString(), commit);
        if (added.status() != 0) {
            tree.close();
            throw new BadInputException("git cannot check " + commit + " out: " + lastLine(added));
        }
        return tree;
    }

    /** Where the commit's files are. */
    public Path folder() {
        return folder;
    }

    /**
     * Runs the build in a folder, quietly.
     *
     * @param what is built, for messages
     * @param command for the shell
     * @param log gets what the build prints
     * @throws BadInputException when it fails
     */
    public static void build(String what, Path folder, String command, Path log)
            throws IOException, InterruptedException {
        Process build = Children.start(new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        try {
            build.getOutputStream().close();
            if (!build.waitFor(BUILD_WITHIN.toMinutes(), TimeUnit.MINUTES)) {
                throw new BadInputException(what + " was not built within " + BUILD_WITHIN.toMinutes()
                        + " minutes, so its build was ended; see " + log);
            }
            int status = build.exitValue();
            if (status != 0) {
                String reason;
                try (Stream<String> lines = Files.lines(log)) {
                    List<String> said = lines.map(line ->
                                    line.replaceAll("\u001b\\[[;\\d]*m", "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
                    reason = said.stream()
                            .filter(line -> line.contains("ERROR"))
                            .findFirst()
                            .orElse(said.isEmpty() ? "no message" : said.get(said.size() - 1));
                }
                throw new BadInputException(
                        what + " does not build (status " + status + "): " + reason + "; see " + log);
            }
        } finally {
            Children.kill(build);
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs, or has run: there is nothing left to remove.
        }
    }

    private synchronized void remove() {
        remove(repository, folder);
    }

    /** Trees of runs that were killed so hard that they could not clean up. */
    private static void removeLeftOver(Path repository, Path trees) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(trees)) {
            left = all.filter(tree -> tree.getFileName().toString().matches("base-\\d+"))
                    .filter(tree -> ProcessHandle.of(
                                    Long.parseLong(tree.getFileName().toString().substring("base-".length())))
                            .isEmpty())
                    .toList();
        }
        left.forEach(tree -> remove(repository, tree));
    }

    private static void remove(Path repository, Path folder) {
        if (Files.exists(folder)) {
            git(repository, "worktree", "remove", "--force", "--force", folder.toString());
            delete(folder);
        }
        git(repository, "worktree", "prune");
    }

    private static void delete(Path folder) {
        // A build that was killed a moment ago may still write its last files.
        for (int attempt = 0; attempt < 20 && Files.exists(folder); attempt++) {
            try {
                Trees.delete(folder);
            } catch (IOException again) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lastLine(Answer answer) {
        return answer.text().lines().reduce("no message", (before, line) -> line);
    }

    /** Not a child that ends with this JVM: it has to clean up when it does. */
    private static Answer git(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", folder.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        try {
            return Answer.of(new ProcessBuilder(command).redirectErrorStream(true), GIT_WITHIN);
        } catch (IOException e) {
            throw new BadInputException("git cannot be run: " + e.getMessage() + "; install it, or give two jars", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        }
    }
}
