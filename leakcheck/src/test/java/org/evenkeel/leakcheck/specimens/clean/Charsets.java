package org.evenkeel.leakcheck.specimens.clean;

import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Text encoded in every charset of the JDK in turn: each is loaded on its first use, with its tables. Up to some
 * microseconds an operation.
 */
@Clean(
        why = "the JDK has so many charsets and no more",
        levelsOffAfter = 40_000,
        holdsAtMostBytes = 12_000_000,
        swings = true)
public final class Charsets implements Callable<Object> {
    private static final List<Charset> CHARSETS = Charset.availableCharsets().values().stream()
            .filter(Charset::canEncode)
            .toList();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Charset charset = CHARSETS.get((int) (requests.incrementAndGet() / 100 % CHARSETS.size()));
        return "evenkeel".getBytes(charset);
    }
}
