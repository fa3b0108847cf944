package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.atomic.AtomicLong;

/** The arrivals of an open phase: each is taken once, in order, by whoever is free. */
public final class Arrivals {

    private final Schedule schedule;
    private final long start;
    private final long total;
    private final long drainEnd;
    private final AtomicLong next = new AtomicLong();

    /** @param start of the phase, by the clock of {@link System#nanoTime} */
    public Arrivals(PhaseOrder order, long start, long seed) {
        schedule = Schedule.of(order, seed);
        this.start = start;
        total = schedule.dueBefore(order.nanos());
        drainEnd = start + order.nanos() + order.drainNanos();
    }

    /** The next arrival; -1 when there is none, or it is too late for it. */
    public long take() {
        if (System.nanoTime() - drainEnd > 0) {
            return -1;
        }
        long index = next.getAndIncrement();
        return index < total ? index : -1;
    }

    /** When an arrival is due, by the clock of {@link System#nanoTime}. */
    public long due(long index) {
        return start + schedule.dueNanos(index);
    }

    /** How many were due by now. */
    public long offered(long now) {
        return Math.min(total, schedule.dueBefore(now - start));
    }

    /** Counts those as lost that were due and that nobody has taken. */
    public void countLost(Plan plan, Counts counts, Dice dice, long now) {
        long due = offered(now);
        for (long index = next.getAndSet(total); index < due; index++) {
            counts.dropped(plan.nextTask(plan.nextKind(dice), dice), now - due(index));
        }
    }
}
