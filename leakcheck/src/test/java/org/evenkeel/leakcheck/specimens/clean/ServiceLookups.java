package org.evenkeel.leakcheck.specimens.clean;

import java.nio.charset.spi.CharsetProvider;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Services looked up anew for one request in 50, each time through a loader of services that is dropped. Some 100
 * microseconds for that one.
 */
@Clean(
        why = "each lookup and its providers die together",
        levelsOffAfter = 2_000,
        holdsAtMostBytes = 300_000,
        swings = true)
public final class ServiceLookups implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        return request % 50 != 0
                ? request
                : ServiceLoader.load(CharsetProvider.class, ServiceLookups.class.getClassLoader()).stream()
                        .count();
    }
}
