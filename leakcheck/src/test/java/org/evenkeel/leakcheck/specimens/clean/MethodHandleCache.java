package org.evenkeel.leakcheck.specimens.clean;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** A cache of adapted method handles by argument count, where a further count comes up after each doubling. */
@Clean(
        why = "one handle per number of arguments, of which there are twelve",
        levelsOffAfter = 4_096,
        holdsAtMostBytes = 100_000)
public final class MethodHandleCache implements Callable<Object> {
    private static final MethodHandle SUM = sum();

    private final Map<Integer, MethodHandle> byCount = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() throws Exception {
        int count = Math.min(64 - Long.numberOfLeadingZeros(requests.incrementAndGet()), 12);
        MethodHandle handle = byCount.computeIfAbsent(count, n -> SUM.asCollector(Object[].class, n));
        try {
            return handle.invokeWithArguments(Collections.nCopies(count, 1));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle sum() {
        try {
            return MethodHandles.lookup()
                    .findStatic(MethodHandleCache.class, "sum", MethodType.methodType(int.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // What the handles call.
    private static int sum(Object[] numbers) {
        int sum = 0;
        for (Object number : numbers) {
            sum += (Integer) number;
        }
        return sum;
    }
}
