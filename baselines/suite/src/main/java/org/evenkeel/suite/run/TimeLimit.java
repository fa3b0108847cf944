package org.evenkeel.suite.run;

import java.time.Duration;

/**
 * How long a JVM may take.
 *
 * @param expected what it needs when all is well, about
 * @param patience after which it is ended when it has been silent for as long as it was expected to need
 * @param longest after which it is ended in any case
 */
public record TimeLimit(Duration expected, Duration patience, Duration longest) {

    /** A machine can be five times as slow as expected, and the first start of a JVM on it take long. */
    private static final int TIMES = 5;

    private static final Duration START = Duration.ofSeconds(60);

    private static final int TIMES_ONCE_MEASURED = 3;

    private static final int TIMES_AT_WORK = 3;

    private static final Duration UNTIL_GONE = Duration.ofSeconds(4);

    /** The limit of something that nobody is in a hurry for: whatever is there after it will never end. */
    public static TimeLimit of(Duration expected) {
        Duration longest = expected.multipliedBy(TIMES).plus(START);
        return new TimeLimit(expected, longest, longest);
    }

    /**
     * The same within a budget that others need as well.
     *
     * @param share of this one in what is left of the budget
     * @param left of the budget, which is kept
     * @param isProven whether it has come to its end before: silence then says less, and the end of the budget nothing
     */
    public TimeLimit within(Duration share, Duration left, boolean isProven) {
        Duration least = isProven
                ? expected.multipliedBy(TIMES_ONCE_MEASURED)
                : expected.multipliedBy(3).dividedBy(2);
        Duration fair = min(patience, max(share.dividedBy(2), least));
        return new TimeLimit(expected, isProven ? fair : min(fair, left), min(longest, left));
    }

    /** The limit from now on of one that waited for another, which hangs, and is gone once it has been asked where. */
    TimeLimit onceMore(Duration waited) {
        return new TimeLimit(expected, waited.plus(UNTIL_GONE).plus(max(patience.dividedBy(2), expected)), longest);
    }

    /** Whether one that is silent, but uses the processor, may go on: beside other work a JVM takes its time to start. */
    boolean allowsWork(Duration waited) {
        return waited.compareTo(longest) < 0 && waited.compareTo(patience.multipliedBy(TIMES_AT_WORK)) < 0;
    }

    /** Whether it has been given enough time to call it hung. */
    boolean isPatient(Duration waited) {
        return waited.compareTo(patience) >= 0;
    }

    /**
     * Whether it is time to end it.
     *
     * @param waited since it was started
     * @param silence since it last showed that it is at work
     */
    boolean isOver(Duration waited, Duration silence) {
        return waited.compareTo(longest) >= 0 || (waited.compareTo(patience) >= 0 && silence.compareTo(expected) >= 0);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
