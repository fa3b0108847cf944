package org.evenkeel.leakcheck.specimens.leaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A leak beside a buffer that fills and is flushed every 10,000 operations, with swings far larger than the leak. */
@Leaks(
        why = "a queue grows beside a buffer that is flushed again and again",
        perOperation = (24 + 16) / 20.0,
        period = 10_000,
        holder = "MaskedBySawtooth.failed",
        allocates = "MaskedBySawtooth.run")
public final class MaskedBySawtooth implements Runnable {
    private final List<byte[]> buffer = new ArrayList<>(10_000);
    private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
    private long requests;

    @Override
    public synchronized void run() {
        buffer.add(new byte[100]);
        if (++requests % 20 == 0) {
            failed.add(new Failed((int) requests));
        }
        if (requests % 10_000 == 0) {
            buffer.clear();
        }
    }

    private record Failed(int request) {}
}
