package org.evenkeel.suite.sides;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.run.MeasuredClassPath;

/**
 * Finds the code that a baseline was measured with: kept jars, or what its commit builds.
 *
 * @param kept the jars that were kept
 * @param benchmarks the benchmark jar of the code as it is now, which lies in the repository that builds it
 * @param userEntries what else is on the class path now, in the form of a class path; empty for nothing
 * @param log gets what a build prints
 */
public record BaseCodeFinder(KeptCode kept, Path benchmarks, String userEntries, Path log) {

    /** The fact of a session's environment that names the jars that it was measured with, by their SHA-256. */
    public static final String JARS = "code.jars";

    /** The fact that says how many of them are the user's own, which no commit of this repository builds. */
    public static final String OWN_JARS = "code.own";

    /** What decides which bytes the benchmark jar has. */
    private static final List<String> SOURCES = List.of("pom.xml", "benchmarks");

    /** What a session writes down of its code: the jars, which are kept for it. */
    public Map<String, String> keep(MeasuredClassPath measured) {
        List<String> hashes = measured.entries().stream().map(kept::keep).toList();
        return Map.of(JARS, String.join(" ", hashes), OWN_JARS, Integer.toString(hashes.size() - 1));
    }

    /**
     * The code of a commit, branch or tag, with the user's entries as they are now.
     *
     * @throws BadInputException when there is no such commit, or it does not build
     */
    public BaseCode.Found ofRef(String ref, PrintWriter err) throws IOException, InterruptedException {
        return built(BaseCommit.find(folder(), ref), err);
    }

    /**
     * The code of a session.
     *
     * @param context what its environment says of it
     */
    public BaseCode of(Map<String, String> context, PrintWriter err) throws IOException, InterruptedException {
        List<String> jars = Arrays.stream(context.getOrDefault(JARS, "").split(" ", -1))
                .filter(hash -> !hash.isEmpty())
                .toList();
        String commit = context.getOrDefault("commit", "");
        boolean changed = Boolean.parseBoolean(context.get("commit.dirty"));
        String why = "the session does not say which code it measured";
        if (!jars.isEmpty()) {
            try {
                List<Path> found = jars.stream().map(kept::find).toList();
                return new BaseCode.Found(
                        found,
                        commit.isEmpty()
                                ? "the jars that were kept of it"
                                : "commit " + BaseCommit.shortened(commit) + (changed ? " with changes" : ""));
            } catch (BadInputException gone) {
                why = String.valueOf(gone.getMessage());
            }
        }
        if (!context.getOrDefault(OWN_JARS, "0").equals("0")) {
            return new BaseCode.Missing(why + "; record the old code again with --record");
        }
        if (commit.isEmpty() || changed) {
            return new BaseCode.Missing((changed
                            ? "commit " + BaseCommit.shortened(commit) + " was measured with changes of its own, and "
                            : "")
                    + why + "; name a commit by --base, or record the old code again with --record");
        }
        try {
            return built(BaseCommit.find(folder(), commit), err);
        } catch (BadInputException cannot) {
            return new BaseCode.Missing(cannot.getMessage()
                    + (GitTree.isShallow(folder()) ? "; this clone is shallow: git fetch --unshallow" : "")
                    + "; or name another commit by --base");
        }
    }

    private BaseCode.Found built(BaseCommit commit, PrintWriter err) throws IOException, InterruptedException {
        String words = "commit " + BaseCommit.shortened(commit.hash());
        if (isWhatWasBuilt(commit)) {
            return new BaseCode.Found(classPath(benchmarks), words);
        }
        Optional<Path> before = kept.ofCommit(commit.hash());
        if (before.isPresent()) {
            return new BaseCode.Found(classPath(before.get()), words);
        }
        JarBuild build = JarBuild.ownOf(commit.repository(), "its baseline has to be recorded with --record");
        err.println(
                "Building " + commit + ", to measure it in turn with what is there now (kept for the next time)...");
        err.flush();
        return new BaseCode.Found(
                classPath(kept.build(commit.repository(), commit.hash(), commit.toString(), build, log)), words);
    }

    /** Whether the benchmark jar is younger than its sources, and these are those of the commit: nothing has to be built then. */
    private boolean isWhatWasBuilt(BaseCommit commit) throws IOException {
        if (!GitTree.isUnchangedSince(commit.repository(), commit.hash(), SOURCES)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(benchmarks);
        for (String source : SOURCES) {
            if (hasYounger(commit.repository().resolve(source), built)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasYounger(Path sources, FileTime built) throws IOException {
        try (Stream<Path> younger = Files.find(
                sources,
                Integer.MAX_VALUE,
                (file, facts) ->
                        facts.isRegularFile() && facts.lastModifiedTime().compareTo(built) > 0)) {
            return younger.map(sources::relativize)
                    .anyMatch(file -> StreamSupport.stream(file.spliterator(), false)
                            .noneMatch(name -> name.toString().equals("target")));
        }
    }

    private List<Path> classPath(Path jar) {
        return MeasuredClassPath.of(jar, userEntries).entries();
    }

    private Path folder() {
        return benchmarks.toAbsolutePath().normalize().resolveSibling("");
    }
}
