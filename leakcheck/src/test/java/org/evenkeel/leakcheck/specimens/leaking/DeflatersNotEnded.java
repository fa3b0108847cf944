package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A compressor for one request in 2,000, kept and never ended: each has 262 KB of tables and buffers beside the heap,
 * all of them in use once it has met data that do not compress. Some 3 milliseconds for that one.
 */
@Leaks(
        why = "compressors are kept and not ended, with their native state",
        signal = Signal.NATIVE,
        perOperation = 268_000 / 2_000.0,
        period = 2_000,
        holder = "DeflatersNotEnded.deflaters",
        allocates = "DeflatersNotEnded.run")
public final class DeflatersNotEnded implements Runnable, AutoCloseable {
    private static final byte[] RANDOM = new byte[80_000];

    static {
        new Random(1).nextBytes(RANDOM);
    }

    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 2_000 == 0) {
            Deflater deflater = new Deflater();
            deflater.setInput(RANDOM);
            deflater.deflate(new byte[100_000]);
            deflaters.add(deflater);
        }
    }

    @Override
    public void close() {
        deflaters.forEach(Deflater::end);
    }
}
