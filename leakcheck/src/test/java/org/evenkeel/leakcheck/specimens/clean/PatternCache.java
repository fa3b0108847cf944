package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.evenkeel.leakcheck.specimens.Clean;

/** Compiled patterns by their text, of which there are 300, a new one now and then. */
@Clean(why = "a pattern per text, and the texts have an end", levelsOffAfter = 30_000, holdsAtMostBytes = 1_000_000)
public final class PatternCache implements Callable<Object> {
    private final Map<Long, Pattern> patterns = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long number = requests.incrementAndGet() / 100 % 300;
        Pattern pattern = patterns.computeIfAbsent(number, n -> Pattern.compile("a{" + n + "}[b-d]+(e|f)*"));
        return pattern.matcher("aaabcd").matches();
    }
}
