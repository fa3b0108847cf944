package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Channels of a file that nobody closes, one request in 500: careless, but the JDK's cleaner closes each once it is
 * collected. Some 20 microseconds for that one. The bound is for the random numbers that name a temporary file, whose
 * tables the JDK loads on first use.
 */
@Clean(why = "a cleaner closes each channel once it is collected", holdsAtMostBytes = 512 * 1024, swings = true)
public final class FilesDroppedUnclosed implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final Path file;

    /** Makes the file that is opened. */
    public FilesDroppedUnclosed() throws IOException {
        file = Files.createTempFile("specimen-open", ".tmp");
    }

    @Override
    public Object call() throws IOException {
        long request = requests.incrementAndGet();
        return request % 500 == 0 ? FileChannel.open(file, StandardOpenOption.READ) : request;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
