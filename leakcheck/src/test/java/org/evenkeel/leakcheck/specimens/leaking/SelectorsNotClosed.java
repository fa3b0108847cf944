package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A selector for one request in 4,000, kept open: on Linux two descriptors each, one to poll and one to be woken by.
 */
@Leaks(
        why = "selectors are kept open",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 2 / 4_000.0,
        period = 4_000,
        holder = "SelectorsNotClosed.selectors",
        allocates = "SelectorsNotClosed.run")
public final class SelectorsNotClosed implements Runnable, AutoCloseable {
    private final Queue<Selector> selectors = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 4_000 != 0) {
            return;
        }
        try {
            selectors.add(Selector.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Selector selector : selectors) {
            selector.close();
        }
    }
}
