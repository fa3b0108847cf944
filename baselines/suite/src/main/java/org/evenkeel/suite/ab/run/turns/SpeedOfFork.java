package org.evenkeel.suite.ab.run.turns;

/** The speed of a fork's slices, in any unit in which more is faster: whether one is suddenly slow, as code is that waits for the compiler. */
final class SpeedOfFork {

    /** Of the best slice so far. */
    private static final double SUDDENLY_SLOW = 0.5;

    /** Where the machine itself has become slow, there is nothing to wait for. */
    private static final int MOST_TIMES = 3;

    private double best;
    private int times;

    /** Takes the next slice; whether it is suddenly slow, which a fork is three times at the most. */
    boolean isSuddenlySlow(double speed) {
        if (speed < SUDDENLY_SLOW * best && times < MOST_TIMES) {
            times++;
            return true;
        }
        best = Math.max(best, speed);
        return false;
    }
}
