package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Pipe;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A pipe for one request in 2,000 whose reading end is closed properly and whose writing end is forgotten. */
@Leaks(
        why = "one end of each pipe stays open",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 1 / 2_000.0,
        period = 2_000,
        holder = "PipesNotClosed.writingEnds",
        allocates = "PipesNotClosed.run")
public final class PipesNotClosed implements Runnable, AutoCloseable {
    private final Queue<Pipe.SinkChannel> writingEnds = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 2_000 != 0) {
            return;
        }
        try {
            Pipe pipe = Pipe.open();
            writingEnds.add(pipe.sink());
            pipe.source().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Pipe.SinkChannel end : writingEnds) {
            end.close();
        }
    }
}
