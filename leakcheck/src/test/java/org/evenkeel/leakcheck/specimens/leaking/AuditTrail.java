package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * One byte written per operation into chunks of 4 KiB that are all kept: no object per operation, only now and then a
 * chunk.
 */
@Leaks(
        why = "a log in memory is written to and never truncated",
        perOperation = (4_096 + 16 + 24) / 4_096.0,
        period = 4_096,
        holder = "AuditTrail.chunks",
        allocates = "AuditTrail.run")
public final class AuditTrail implements Runnable {
    private final Queue<byte[]> chunks = new ConcurrentLinkedQueue<>();
    private byte[] chunk = new byte[4_096];
    private int used;

    @Override
    public synchronized void run() {
        if (used == chunk.length) {
            chunks.add(chunk);
            chunk = new byte[4_096];
            used = 0;
        }
        chunk[used++] = 1;
    }
}
