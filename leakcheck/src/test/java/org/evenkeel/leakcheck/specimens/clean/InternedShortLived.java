package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Ever new strings, interned and dropped: the JVM's table holds them weakly and forgets them. Only its own table has
 * grown.
 */
@Clean(why = "the JVM's string table holds its strings weakly")
public final class InternedShortLived implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return ("specimen string " + requests.incrementAndGet()).intern();
    }
}
