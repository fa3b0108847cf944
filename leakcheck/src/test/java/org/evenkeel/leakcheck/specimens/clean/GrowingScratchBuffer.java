package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** A buffer that is reused and grows to the longest message so far; the longest of all comes after 65,536 requests. */
@Clean(why = "a scratch buffer is as long as the longest message, which has an end", levelsOffAfter = 65_536)
public final class GrowingScratchBuffer implements Callable<Object> {
    private static final String TEXT = "x".repeat(4_096);
    private final AtomicLong requests = new AtomicLong();
    private final StringBuilder scratch = new StringBuilder();

    @Override
    public Object call() {
        int length = (int) Math.min(TEXT.length(), 1 + requests.incrementAndGet() / 16);
        synchronized (scratch) {
            scratch.setLength(0);
            return scratch.append(TEXT, 0, length).length();
        }
    }
}
