package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a folder can become that of a new run. */
public final class UnusedFolder {

    /** Where every run keeps what it has measured. */
    private static final String PARTS = "parts";

    private static final String SIDES = "sides";

    /** What stays: there is nothing in the one, and the other may say what went wrong. */
    private static final Set<String> KEPT = Set.of(PARTS, "evidence");

    /** What runs put into their folder before they have measured anything. */
    private static final Set<String> BEFORE_PARTS = Set.of(
            "plan.txt",
            "options.json",
            "seed.txt",
            "environment.json",
            "invalid.json",
            "jmh.json",
            "turns.jar",
            "shard-host.txt");

    private UnusedFolder() {}

    /**
     * Whether there is nothing in it, or only what a run left that was refused or killed before it had measured anything: that
     * is removed, but for its evidence.
     */
    public static boolean is(Path folder) throws IOException {
        if (isEmpty(folder)) {
            return true;
        }
        Path parts = folder.resolve(PARTS);
        if (!Files.isDirectory(parts) || !isEmpty(parts)) {
            return false;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        // Nothing is removed before it is known that nothing is of use: a plan without its results can be gone on with.
        if (!files.stream().allMatch(UnusedFolder::isOfNoUse)) {
            return false;
        }
        for (Path file : files) {
            if (name(file).equals(SIDES)) {
                deleteFiles(file);
            } else if (!KEPT.contains(name(file))) {
                Files.delete(file);
            }
        }
        return true;
    }

    private static boolean isOfNoUse(Path file) {
        String name = name(file);
        return KEPT.contains(name)
                || name.equals(SIDES)
                || BEFORE_PARTS.contains(name)
                || name.endsWith("-build.log")
                || name.endsWith(".tmp");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void deleteFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
