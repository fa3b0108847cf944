package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.kernel.Trees;

/** A folder for files that live as long as one run. It is deleted when the run ends, or this JVM. */
public final class CheckFolder implements AutoCloseable {

    private static final String PREFIX = "leakcheck-";
    /** The process that made it is in the name, so that a later one can tell whether it is still needed. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private final Path path;
    private final Thread shutdownHook;

    private CheckFolder(Path path) {
        this.path = path;
        shutdownHook = new Thread(this::delete, "leakcheck-clear");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** A new one, that only this user can look into. What runs that were killed left behind, heap dumps among it, is cleared. */
    public static CheckFolder create() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        // A workload may have deleted it.
        Files.createDirectories(temporary);
        clearLeftovers(temporary);
        return new CheckFolder(Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-"));
    }

    /** Folders of processes that are gone; what belongs to others cannot be deleted and stays. */
    static void clearLeftovers(Path temporary) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isLeftover(folder)) {
                    Trees.deleteIfPossible(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Nobody's check fails because of what others left.
            return;
        }
    }

    private static boolean isLeftover(Path folder) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook finds nothing left to do.
        }
    }

    private void delete() {
        // A dying workload may still write; what stays lies in the system's folder for temporary files.
        Trees.deleteIfPossible(path);
    }
}
