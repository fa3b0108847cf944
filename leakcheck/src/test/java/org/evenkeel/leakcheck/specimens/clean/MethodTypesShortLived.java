package org.evenkeel.leakcheck.specimens.clean;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Ever new method types, dropped at once. The JDK interns them weakly and forgets the dead ones when it interns the
 * next, so a collection finds as many shells as were made since the last one. One request in 100 makes one.
 */
@Clean(why = "the JDK holds method types weakly", levelsOffAfter = 400_000, holdsAtMostBytes = 2_000_000, swings = true)
public final class MethodTypesShortLived implements Callable<Object> {
    private static final List<Class<?>> TYPES = List.of(int.class, long.class, String.class, Object.class);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        if (request % 100 != 0) {
            return request;
        }
        List<Class<?>> parameters = new ArrayList<>();
        for (long rest = request / 100; rest > 0; rest /= TYPES.size()) {
            parameters.add(TYPES.get((int) (rest % TYPES.size())));
        }
        return MethodType.methodType(void.class, parameters);
    }
}
