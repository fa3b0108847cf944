package org.evenkeel.leakcheck.specimens.clean;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** Soft references to 1,000 pages: the collector may clear them or not, but there are never more. */
@Clean(
        why = "soft references under a bounded number of keys",
        levelsOffAfter = 5_000,
        holdsAtMostBytes = 700_000,
        swings = true)
public final class SoftCache implements Callable<Object> {
    private final Map<Integer, SoftReference<byte[]>> pages = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        int key = (int) (requests.incrementAndGet() % 1_000);
        SoftReference<byte[]> reference = pages.get(key);
        byte[] page = reference == null ? null : reference.get();
        if (page == null) {
            page = new byte[500];
            pages.put(key, new SoftReference<>(page));
        }
        return page;
    }
}
