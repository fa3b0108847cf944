package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What hangs takes no more than its share, and a budget is kept. */
class TimeLimitTest {

    private static final Duration EXPECTED = Duration.ofSeconds(8);
    private static final Duration LEFT = Duration.ofMinutes(10);

    @Test
    void of_givesFiveTimesAndAMinute() {
        TimeLimit limit = TimeLimit.of(EXPECTED);

        assertThat(limit.patience()).isEqualTo(Duration.ofSeconds(100));
        assertThat(limit.longest()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void within_silenceIsGivenHalfOfTheShare() {
        TimeLimit limit = TimeLimit.of(EXPECTED).within(Duration.ofSeconds(60), LEFT, false);

        assertThat(limit.patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.isOver(Duration.ofSeconds(31), Duration.ofSeconds(9))).isTrue();
        assertThat(limit.isOver(Duration.ofSeconds(31), Duration.ofSeconds(1))).isFalse();
        assertThat(limit.isOver(Duration.ofSeconds(29), Duration.ofSeconds(29))).isFalse();
    }

    @Test
    void within_aSmallShare_leavesTimeForABlockAllTheSame() {
        Duration small = Duration.ofSeconds(2);

        assertThat(TimeLimit.of(EXPECTED).within(small, LEFT, false).patience()).isEqualTo(Duration.ofSeconds(12));
        assertThat(TimeLimit.of(EXPECTED).within(small, LEFT, true).patience()).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void within_aLargeShare_givesNoMoreThanAnybodyWouldHave() {
        assertThat(TimeLimit.of(EXPECTED)
                        .within(Duration.ofHours(1), Duration.ofHours(2), false)
                        .patience())
                .isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void within_whateverItDoes_endsWithTheBudget() {
        Duration left = Duration.ofSeconds(10);
        TimeLimit never = TimeLimit.of(EXPECTED).within(left, left, false);
        TimeLimit proven = TimeLimit.of(EXPECTED).within(left, left, true);

        assertThat(never.longest()).isEqualTo(left);
        assertThat(never.patience()).isEqualTo(left);
        assertThat(proven.longest()).isEqualTo(left);
        // Always at work, as one that prints its slices.
        assertThat(never.isOver(left, Duration.ZERO)).isTrue();
        assertThat(proven.isOver(left, Duration.ZERO)).isTrue();
        assertThat(proven.allowsWork(left)).isFalse();
    }

    @Test
    void onceMore_theOtherOfTwoGetsHalfOfThePatienceFromNowOn_andNeverMoreThanTheBudget() {
        TimeLimit limit = TimeLimit.of(EXPECTED).within(Duration.ofSeconds(60), LEFT, false);
        Duration waited = Duration.ofSeconds(40);

        TimeLimit again = limit.onceMore(waited);

        assertThat(again.patience()).isEqualTo(Duration.ofSeconds(40 + 4 + 15));
        assertThat(again.longest()).isEqualTo(limit.longest());
        assertThat(again.isOver(limit.longest(), Duration.ZERO)).isTrue();
        TimeLimit impatient = new TimeLimit(EXPECTED, Duration.ofSeconds(2), LEFT);
        assertThat(impatient.onceMore(waited).patience()).isEqualTo(Duration.ofSeconds(40 + 4 + 8));
    }
}
