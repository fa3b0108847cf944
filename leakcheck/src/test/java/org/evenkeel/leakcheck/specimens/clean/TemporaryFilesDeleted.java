package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A temporary file per request, made, written, read and deleted. Some 60 microseconds an operation. The bound is for
 * the random numbers that name a temporary file, whose tables the JDK loads on first use.
 */
@Clean(why = "each file is deleted on the way out", holdsAtMostBytes = 512 * 1024)
public final class TemporaryFilesDeleted implements Callable<Object> {
    private final String prefix = "specimen-deleted-" + ProcessHandle.current().pid() + "-";

    @Override
    public Object call() throws IOException {
        Path file = Files.createTempFile(prefix, ".tmp");
        try {
            Files.write(file, new byte[100]);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
