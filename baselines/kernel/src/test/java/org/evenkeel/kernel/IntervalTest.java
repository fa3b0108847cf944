package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private final Interval interval = new Interval(-1, 3, 0.95);

    @Test
    void constructor_impossibleBounds_isRefused() {
        assertThatThrownBy(() -> new Interval(2, 1, 0.95)).hasMessageContaining("lower bound 2.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, 0.95)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Interval(1, 2, 1)).hasMessageContaining("confidence level 1.0");
        assertThatThrownBy(() -> new Interval(1, 2, 0)).hasMessageContaining("confidence level 0.0");
    }

    @Test
    void contains_bounds_areInside() {
        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(3.1)).isFalse();
    }

    @Test
    void isWithin_widerInterval_holds() {
        assertThat(interval.isWithin(new Interval(-1, 3, 0.9))).isTrue();
        assertThat(interval.isWithin(new Interval(-0.5, 4, 0.95))).isFalse();
    }

    @Test
    void negated_twice_isTheSame() {
        assertThat(interval.negated()).isEqualTo(new Interval(-3, 1, 0.95));
        assertThat(interval.negated().negated()).isEqualTo(interval);
    }

    @Test
    void times_negativeFactor_swapsTheBounds() {
        assertThat(interval.times(2)).isEqualTo(new Interval(-2, 6, 0.95));
        assertThat(interval.times(-2)).isEqualTo(new Interval(-6, 2, 0.95));
    }
}
