package org.evenkeel.suite.load.run.worker;

import java.util.Arrays;

/** When the arrivals of an open phase are due. Nothing is allocated after it was made. */
interface Schedule {

    /** When arrival {@code index}, from 0, is due: nanoseconds from the start of the phase. */
    long dueNanos(long index);

    /** How many are due before that many nanoseconds. */
    long dueBefore(long nanos);

    /** The schedule of an open phase. */
    static Schedule of(PhaseOrder phase, long seed) {
        double gap = 1e9 / phase.perSecond();
        return switch (phase.kind()) {
            case CONSTANT -> new Constant(gap);
            case POISSON -> new Poisson(gap, seed);
            case CLOSED, BURSTS -> throw new IllegalArgumentException(phase.kind() + " has no schedule");
        };
    }

    /** Even gaps. */
    record Constant(double gapNanos) implements Schedule {
        @Override
        public long dueNanos(long index) {
            return (long) (index * gapNanos);
        }

        @Override
        public long dueBefore(long nanos) {
            return nanos <= 0 ? 0 : (long) Math.ceil(nanos / gapNanos);
        }
    }

    /** Exponential gaps, drawn beforehand and gone through again and again. */
    final class Poisson implements Schedule {
        private static final int GAPS = 1 << 16;

        private final double[] due = new double[GAPS];
        private final double round;

        Poisson(double gapNanos, long seed) {
            Dice dice = new Dice(seed);
            double sum = 0;
            for (int i = 0; i < GAPS; i++) {
                sum -= Math.log(1 - dice.next());
                due[i] = sum;
            }
            // The mean of a round is exact, so that the rate is the one that was asked for.
            double scale = gapNanos * GAPS / sum;
            for (int i = 0; i < GAPS; i++) {
                due[i] *= scale;
            }
            round = gapNanos * GAPS;
        }

        @Override
        public long dueNanos(long index) {
            long rounds = index / GAPS;
            return (long) (rounds * round + due[(int) (index % GAPS)]);
        }

        @Override
        public long dueBefore(long nanos) {
            if (nanos <= 0) {
                return 0;
            }
            long rounds = (long) (nanos / round);
            int place = Arrays.binarySearch(due, nanos - rounds * round);
            return rounds * GAPS + (place < 0 ? -place - 1 : place);
        }
    }
}
