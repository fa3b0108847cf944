package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that live as long as one run. It is deleted when the run ends, or this JVM. */
final class RunFolder implements AutoCloseable {

    private final Path path;
    private final Thread shutdownHook;

    private RunFolder(Path path) {
        this.path = path;
        shutdownHook = new Thread(this::delete, "leakcheck-clear");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    static RunFolder create() throws IOException {
        return new RunFolder(Files.createTempDirectory("leakcheck-"));
    }

    Path path() {
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
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A dying workload may still write; what stays lies in the system's folder for temporary files.
            return;
        }
    }
}
