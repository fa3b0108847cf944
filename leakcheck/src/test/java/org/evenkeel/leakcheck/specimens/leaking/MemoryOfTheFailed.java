package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** Memory outside of the heap that is freed on all ways out but the one request in 20 that throws. */
@Leaks(
        why = "an exception jumps over the free",
        signal = Signal.NATIVE,
        perOperation = (4_000 + 16) / 20.0,
        period = 20,
        allocates = "Memory.allocate")
public final class MemoryOfTheFailed implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        try {
            return handle(requests.incrementAndGet());
        } catch (IllegalStateException refused) {
            return refused;
        }
    }

    private static long handle(long request) {
        long address = Memory.allocate(4_000);
        if (request % 20 == 0) {
            throw new IllegalStateException("refused");
        }
        Memory.free(address);
        return address;
    }
}
