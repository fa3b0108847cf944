package org.evenkeel.http;

import java.util.Objects;
import org.evenkeel.suite.load.run.worker.Arrivals;
import org.evenkeel.suite.load.run.worker.Dice;
import org.evenkeel.suite.load.run.worker.PhaseOrder;

/** When a user asks next, and what: the same rules as for the users of hot paths. */
final class Itinerary {

    /** It asks no more. */
    static final long NO_MORE = Long.MIN_VALUE;

    private final int number;
    private final int kind;
    private final HttpPhase phase;
    private final Dice dice;
    private int bursts;

    Itinerary(int number, int kind, HttpPhase phase, Dice dice) {
        this.number = number;
        this.kind = kind;
        this.phase = phase;
        this.dice = dice;
    }

    /** When its first request is due, by the clock of {@link System#nanoTime}; {@link #NO_MORE} for never. */
    long first() {
        if (phase.order.kind() == PhaseOrder.Kind.CLOSED) {
            // Users who all think for as long would else come in step for ever.
            long thought = (long) (dice.next() * phase.plan.think(kind).next(dice));
            return inTime(phase.begins(number) + thought);
        }
        return next(0);
    }

    /** When its next request is due. */
    long next(long ended) {
        return switch (phase.order.kind()) {
            case CLOSED -> inTime(ended + phase.plan.think(kind).next(dice));
            case CONSTANT, POISSON -> {
                Arrivals arrivals = Objects.requireNonNull(phase.arrivals());
                long index = arrivals.take();
                yield index < 0 ? NO_MORE : arrivals.due(index);
            }
            case BURSTS -> burst();
        };
    }

    private long inTime(long due) {
        return due - (phase.start() + phase.order.nanos()) < 0 ? due : NO_MORE;
    }

    private long burst() {
        PhaseOrder order = phase.order;
        long drainEnd = phase.start() + order.nanos() + order.drainNanos();
        while (bursts < order.times()) {
            long due = phase.start() + bursts++ * order.everyNanos();
            if (System.nanoTime() - drainEnd <= 0) {
                return due;
            }
            phase.counts.dropped(task(), System.nanoTime() - due);
        }
        return NO_MORE;
    }

    /** The number of the task that it does now. */
    int task() {
        int now = phase.order.kind() == PhaseOrder.Kind.CONSTANT || phase.order.kind() == PhaseOrder.Kind.POISSON
                ? phase.plan.nextKind(dice)
                : kind;
        return phase.plan.nextTask(now, dice);
    }
}
