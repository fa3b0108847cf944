package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Nothing but arithmetic in ever new shapes, so that the compilers have work for a while: all growth here is the JVM's
 * own.
 */
@Clean(why = "it allocates nothing that stays; the compilers do for a while", levelsOffAfter = 100_000)
public final class JitWarmup implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        long hash = request;
        for (int i = 0; i < request % 64; i++) {
            hash = switch ((int) (hash & 3)) {
                case 0 -> Long.rotateLeft(hash, 13) ^ i;
                case 1 -> hash * 0x9E3779B97F4A7C15L;
                case 2 -> Long.reverse(hash) - i;
                default -> hash + (hash >>> 7);
            };
        }
        return hash;
    }
}
