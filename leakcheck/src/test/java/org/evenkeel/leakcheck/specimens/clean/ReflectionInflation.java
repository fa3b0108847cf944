package org.evenkeel.leakcheck.specimens.clean;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * Methods called by reflection, a further one after each doubling: the JDK spins an accessor for each once it is worth
 * it.
 */
@Clean(why = "at most one accessor per method", levelsOffAfter = 16_384)
public final class ReflectionInflation implements Callable<Object> {
    private static final List<Method> METHODS = methods();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public @Nullable Object call() throws ReflectiveOperationException {
        int doublings = 63 - Long.numberOfLeadingZeros(requests.incrementAndGet());
        return METHODS.get(Math.min(doublings, METHODS.size() - 1)).invoke("specimen");
    }

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (String name : List.of(
                "length",
                "isEmpty",
                "isBlank",
                "strip",
                "trim",
                "toUpperCase",
                "toLowerCase",
                "intern",
                "lines",
                "chars",
                "hashCode",
                "toString",
                "getBytes",
                "toCharArray")) {
            try {
                methods.add(String.class.getMethod(name));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(methods);
    }
}
