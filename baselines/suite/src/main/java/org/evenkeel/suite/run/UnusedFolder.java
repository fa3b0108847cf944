package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a folder can become that of a new run. */
public final class UnusedFolder {

    /** Where every run keeps what it has measured. */
    private static final String PARTS = "parts";

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
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.equals("sides")) {
                    deleteFiles(file);
                } else if (BEFORE_PARTS.contains(name) || name.endsWith("-build.log") || name.endsWith(".tmp")) {
                    Files.delete(file);
                } else if (!name.equals(PARTS) && !name.equals("evidence")) {
                    return false;
                }
            }
        }
        return true;
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
