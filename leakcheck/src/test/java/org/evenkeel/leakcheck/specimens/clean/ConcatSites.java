package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Eight string concatenations of different shape, each first reached after four times as many requests: the JDK spins
 * code for each shape.
 */
@Clean(why = "one linked site per concatenation in the source", levelsOffAfter = 65_536, holdsAtMostBytes = 200_000)
public final class ConcatSites implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long n = requests.incrementAndGet();
        char letter = (char) ('a' + n % 26);
        boolean even = n % 2 == 0;
        return switch ((63 - Long.numberOfLeadingZeros(n)) / 2) {
            case 0 -> "n" + n;
            case 1 -> "n" + n + letter;
            case 2 -> letter + "n" + n + even;
            case 3 -> even + "n" + letter + n + letter;
            case 4 -> n + "n" + n + letter + even;
            case 5 -> letter + "n" + even + n + letter + n;
            case 6 -> even + "n" + even + n + n + letter;
            default -> n + "n" + n + n + letter + letter + even;
        };
    }
}
