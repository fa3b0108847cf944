package org.evenkeel.leakcheck.specimens.leaking;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** One open file per 10,000 operations. */
@Leaks(
        why = "one operation in 10,000 keeps an input stream open",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 1 / 10_000.0,
        period = 10_000,
        holder = "FileIn10000.open",
        allocates = "FileIn10000.run")
public final class FileIn10000 implements Runnable, AutoCloseable {
    private final Path file;
    private final Queue<InputStream> open = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    /** Makes the file that is opened. */
    public FileIn10000() throws IOException {
        file = Files.createTempFile("specimen-open", ".tmp");
    }

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10_000 != 0) {
            return;
        }
        try {
            open.add(new FileInputStream(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (InputStream stream : open) {
            stream.close();
        }
        Files.deleteIfExists(file);
    }
}
