package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A mapping of a file made for one request in 500 and dropped: unmapped when it is collected. Some 10 microseconds for
 * that one. The bound is for the random numbers that name a temporary file, whose tables the JDK loads on first use. */
@Clean(why = "a cleaner unmaps each buffer once it is collected", holdsAtMostBytes = 512 * 1024, swings = true)
public final class MappedBuffersDropped implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final FileChannel channel;

    /** Makes the file, which is gone with the specimen. */
    public MappedBuffersDropped() throws IOException {
        Path file = Files.createTempFile("specimen-mapped", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        channel.write(ByteBuffer.allocate(4_096));
    }

    @Override
    public Object call() throws IOException {
        return requests.incrementAndGet() % 500 == 0 ? channel.map(FileChannel.MapMode.READ_ONLY, 0, 4_096) : requests;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
