package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.evenkeel.leakcheck.specimens.Clean;

/** Ten lambda expressions, each first reached after four times as many requests: every site spins its class once. */
@Clean(why = "one class per lambda expression in the source", levelsOffAfter = 262_144)
public final class LambdaSites implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        return site((63 - Long.numberOfLeadingZeros(request)) / 2, request).get();
    }

    private static Supplier<Object> site(int site, long request) {
        return switch (site) {
            case 0 -> () -> request;
            case 1 -> () -> -request;
            case 2 -> () -> request + 1;
            case 3 -> () -> request * 2;
            case 4 -> () -> request / 3;
            case 5 -> () -> request % 5;
            case 6 -> () -> request ^ 7;
            case 7 -> () -> request | 8;
            case 8 -> () -> request & 9;
            default -> () -> ~request;
        };
    }
}
