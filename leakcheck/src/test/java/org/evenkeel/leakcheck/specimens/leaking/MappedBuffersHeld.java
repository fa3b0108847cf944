package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A mapping of one file that is made anew for one request in 200 and kept. Some 10 microseconds for that one. */
@Leaks(
        why = "mapped buffers are kept in a queue that nobody empties",
        signal = Signal.MAPPED_BUFFERS,
        perOperation = 1 / 200.0,
        period = 200,
        holder = "MappedBuffersHeld.buffers",
        allocates = "MappedBuffersHeld.run")
public final class MappedBuffersHeld implements Runnable, AutoCloseable {
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final FileChannel channel;

    /** Makes the file, which is gone with the specimen. */
    public MappedBuffersHeld() throws IOException {
        Path file = Files.createTempFile("specimen-mapped", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        channel.write(ByteBuffer.allocate(4_096));
    }

    @Override
    public void run() {
        if (requests.incrementAndGet() % 200 != 0) {
            return;
        }
        try {
            buffers.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, 4_096));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        buffers.clear();
        channel.close();
    }
}
