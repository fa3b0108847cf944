package org.evenkeel.suite.load.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = 1_000_000_000;

    private static Schedule of(PhaseOrder.Kind kind) {
        return Schedule.of(new PhaseOrder(kind, SECOND, 1, 1_000, 0, 0, 0), 42);
    }

    @Test
    void constant_hasEvenGaps() {
        Schedule schedule = of(PhaseOrder.Kind.CONSTANT);

        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1_000)).isEqualTo(SECOND);
        assertThat(schedule.dueBefore(SECOND)).isEqualTo(1_000);
        assertThat(schedule.dueBefore(0)).isZero();
    }

    @Test
    void poisson_hasTheRate_andGapsWhoseDeviationIsTheirMean() {
        Schedule schedule = of(PhaseOrder.Kind.POISSON);
        int count = 60_000;
        double mean = schedule.dueNanos(count) / (double) count;
        double squares = 0;
        for (int i = 1; i <= count; i++) {
            double gap = schedule.dueNanos(i) - schedule.dueNanos(i - 1);
            assertThat(gap).isNotNegative();
            squares += (gap - mean) * (gap - mean);
        }

        assertThat(mean / 1e6).isCloseTo(1, within(0.02));
        assertThat(Math.sqrt(squares / count) / mean).isCloseTo(1, within(0.02));
    }

    @Test
    void dueBefore_countsWhatIsDueEarlier_alsoBeyondTheDrawnGaps() {
        Schedule schedule = of(PhaseOrder.Kind.POISSON);
        for (long index : new long[] {0, 1, 77, 65_535, 65_536, 200_000}) {
            long due = schedule.dueNanos(index);

            assertThat(schedule.dueBefore(due + 1)).as("arrival %d", index).isGreaterThanOrEqualTo(index + 1);
            assertThat(schedule.dueBefore(due - 1)).as("arrival %d", index).isLessThanOrEqualTo(index);
        }
    }

    @Test
    void shareOut_givesEachKindItsShare_alsoInTheFirstFew() {
        int[] kinds = Choices.shareOut(new double[] {5, 3, 1}, 90);

        assertThat(count(kinds, 0, 90)).isEqualTo(50);
        assertThat(count(kinds, 1, 90)).isEqualTo(30);
        assertThat(count(kinds, 2, 90)).isEqualTo(10);
        assertThat(count(kinds, 0, 9)).isEqualTo(5);
    }

    @Test
    void choices_followTheirWeights() {
        Choices choices = new Choices(new double[] {3, 1});
        Dice dice = new Dice(7);
        int first = 0;
        for (int i = 0; i < 100_000; i++) {
            first += choices.next(dice) == 0 ? 1 : 0;
        }

        assertThat(first / 75_000.0).isCloseTo(1, within(0.02));
    }

    private static int count(int[] kinds, int kind, int of) {
        int count = 0;
        for (int i = 0; i < of; i++) {
            count += kinds[i] == kind ? 1 : 0;
        }
        return count;
    }
}
