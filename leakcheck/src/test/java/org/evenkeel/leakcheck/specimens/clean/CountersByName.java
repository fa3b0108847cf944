package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.leakcheck.specimens.Clean;

/** A counter per metric name, for 1,000 names of which some come up late. */
@Clean(why = "a metric has a name, and names have an end", levelsOffAfter = 200_000, holdsAtMostBytes = 250_000)
public final class CountersByName implements Callable<Object> {
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        String name = "metric-" + (request * request / 200 % 1_000);
        LongAdder counter = counters.computeIfAbsent(name, metric -> new LongAdder());
        counter.increment();
        return counter;
    }
}
