package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * Memory allocated outside of the heap for each request and never freed: 64 bytes an operation, of which malloc makes
 * 80.
 */
@Leaks(
        why = "memory from malloc is never freed, and no object knows of it",
        signal = Signal.NATIVE,
        perOperation = 80,
        allocates = "Memory.allocate")
public final class MemoryNotFreed implements Callable<Object> {
    @Override
    public Object call() {
        return Memory.allocate(64);
    }
}
