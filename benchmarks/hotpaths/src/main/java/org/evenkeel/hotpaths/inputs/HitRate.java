package org.evenkeel.hotpaths.inputs;

import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.workload.Gauge;

/** How often a cache had what it was asked for. Counted by many threads, read now and then. */
public final class HitRate {

    private final LongAdder lookups = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Counts somebody who asks. */
    public void countLookup() {
        lookups.increment();
    }

    /** Counts somebody for whom the answer had to be made, after {@link #countLookup}. */
    public void countMiss() {
        misses.increment();
    }

    /** How many have asked; exact when nobody is asking. */
    public long lookups() {
        return lookups.sum();
    }

    /** For how many of them the answer had to be made. */
    public long misses() {
        return misses.sum();
    }

    /** The share of those who asked for whom the answer was there; 0 as long as nobody has asked. */
    public double ratio() {
        // In this order: a lookup that comes in between cannot make it negative.
        long missed = misses();
        long all = lookups();
        return all == 0 ? 0 : 1 - (double) missed / all;
    }

    /** The ratio as a quantity to watch, {@code cache.hit.rate}. */
    public Gauge gauge() {
        return new Gauge("cache.hit.rate", "ratio", this::ratio);
    }

    @Override
    public String toString() {
        return misses() + " of " + lookups() + " lookups missed";
    }
}
