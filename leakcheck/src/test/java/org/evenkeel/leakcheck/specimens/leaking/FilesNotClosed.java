package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A file that is opened for one request in 1,000 and kept open. Some 20 microseconds for that one. */
@Leaks(
        why = "channels of files are kept open",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 1 / 1_000.0,
        period = 1_000,
        holder = "FilesNotClosed.open",
        allocates = "FilesNotClosed.run")
public final class FilesNotClosed implements Runnable, AutoCloseable {
    private final Path file;
    private final Queue<FileChannel> open = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    /** Makes the file that is opened. */
    public FilesNotClosed() throws IOException {
        file = Files.createTempFile("specimen-open", ".tmp");
    }

    @Override
    public void run() {
        if (requests.incrementAndGet() % 1_000 != 0) {
            return;
        }
        try {
            open.add(FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : open) {
            channel.close();
        }
        Files.deleteIfExists(file);
    }
}
