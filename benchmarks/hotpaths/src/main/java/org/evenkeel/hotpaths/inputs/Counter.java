package org.evenkeel.hotpaths.inputs;

import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.workload.Gauge;

/**
 * A count that many threads add to and somebody reads now and then.
 *
 * @see LongAdder for what a reading means while others add
 */
public final class Counter {

    private final String name;
    private final String unit;
    private final LongAdder sum = new LongAdder();

    /**
     * A counter at 0.
     *
     * @param name dotted lower case, such as {@code starts.rejected}
     * @param unit what one is, such as {@code starts}
     */
    public Counter(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    /** Adds one. */
    public void increment() {
        sum.increment();
    }

    /** Adds {@code count}, which may be negative. */
    public void add(long count) {
        sum.add(count);
    }

    /** What was added so far; exact when nobody is adding. */
    public long sum() {
        return sum.sum();
    }

    /** This count as a quantity to watch. */
    public Gauge gauge() {
        return new Gauge(name, unit, sum::sum);
    }

    /**
     * This count as a fraction of another; 0 as long as the other is 0.
     *
     * @param gaugeName dotted lower case, such as {@code cache.hit.rate}
     */
    public Gauge perEach(Counter whole, String gaugeName) {
        return new Gauge(gaugeName, "ratio", () -> {
            long all = whole.sum();
            return all == 0 ? 0 : (double) sum() / all;
        });
    }

    @Override
    public String toString() {
        return sum() + " " + unit;
    }
}
