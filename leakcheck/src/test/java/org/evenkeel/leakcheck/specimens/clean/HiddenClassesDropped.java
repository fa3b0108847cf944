package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A hidden class spun for one request in 100 and dropped at once, as expression compilers do. Some 100 microseconds for
 * that one.
 */
@Clean(why = "a hidden class does not need its loader to die", swings = true)
public final class HiddenClassesDropped implements Callable<Object> {
    private static final byte[] TEMPLATE = template();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() throws IllegalAccessException {
        return requests.incrementAndGet() % 100 == 0
                ? MethodHandles.lookup().defineHiddenClass(TEMPLATE, true).lookupClass()
                : requests;
    }

    private static byte[] template() {
        try (InputStream file = HiddenClassesDropped.class.getResourceAsStream("HiddenClassesDropped$Body.class")) {
            if (file == null) {
                throw new IllegalStateException("the template is not on the class path as a file");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is spun. */
    @SuppressWarnings("UnusedNestedClass") // Read as a resource.
    private static final class Body {}
}
