package org.evenkeel.suite.ab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForkShapeTest {

    @Test
    void forThreads_noMoreThanProcessors_changesNothing() {
        assertThat(ForkShape.SHORT.forThreads(1, 2)).isEqualTo(ForkShape.SHORT);
        assertThat(ForkShape.SHORT.forThreads(2, 2)).isEqualTo(ForkShape.SHORT);
        assertThat(ForkShape.SHORT.forThreads(50, 64)).isEqualTo(ForkShape.SHORT);
    }

    @Test
    void forThreads_moreThanProcessors_hasLongerSlicesInAboutTheSameTime() {
        assertThat(ForkShape.SHORT.forThreads(10, 2))
                .isEqualTo(new ForkShape(Duration.ofSeconds(2), 8, Duration.ofMillis(200)));
        assertThat(ForkShape.SHORT.forThreads(50, 16).iterationTime()).isEqualTo(Duration.ofMillis(125));
    }

    @Test
    void forThreads_many_hasSlicesOfHalfASecondAndEightOfThem() {
        ForkShape wide = new ForkShape(Duration.ofSeconds(2), 8, Duration.ofMillis(500));

        assertThat(ForkShape.SHORT.forThreads(50, 2)).isEqualTo(wide);
        assertThat(ForkShape.SHORT.forThreads(5_000, 1)).isEqualTo(wide);
        assertThat(wide.forThreads(50, 2)).isEqualTo(wide);
    }

    @Test
    void forThreads_longerMeasurementThanThatNeeds_isKept() {
        ForkShape shape = ForkShape.of(Duration.ofSeconds(3), Duration.ofSeconds(10));

        ForkShape wide = shape.forThreads(50, 2);

        assertThat(shape).isEqualTo(new ForkShape(Duration.ofSeconds(3), 40, Duration.ofMillis(250)));
        assertThat(wide.forThreads(50, 2)).isEqualTo(wide);
        assertThat(wide).isEqualTo(new ForkShape(Duration.ofSeconds(3), 20, Duration.ofMillis(500)));
    }

    @Test
    void warmup_isInFourPiecesOfWhichNoneIsShorterThanASlice() {
        assertThat(ForkShape.SHORT.warmupIterations()).isEqualTo(4);
        assertThat(ForkShape.SHORT.warmupIterationTime()).isEqualTo(Duration.ofMillis(500));
        ForkShape hasty = ForkShape.SHORT.after(Duration.ofMillis(250));
        assertThat(hasty.warmupIterations()).isEqualTo(2);
        assertThat(hasty.after(Duration.ofMillis(40)).warmupIterations()).isOne();
        assertThat(hasty.after(Duration.ZERO).warmupIterations()).isZero();
    }

    @Test
    void afterABlockOf_twiceItsTime_hasFewerSlices_andNeverFewerThanFour() {
        ForkShape crowd = ForkShape.SHORT.forThreads(50, 2);

        assertThat(crowd.afterABlockOf(crowd.blockTime().multipliedBy(2))).isEmpty();
        assertThat(crowd.afterABlockOf(crowd.blockTime().multipliedBy(5).dividedBy(2)))
                .hasValueSatisfying(fewer -> {
                    assertThat(fewer.iterations()).isEqualTo(4);
                    assertThat(fewer.iterationTime()).isEqualTo(crowd.iterationTime());
                    assertThat(fewer.afterABlockOf(Duration.ofHours(1))).isEmpty();
                });
        assertThat(ForkShape.SHORT.afterABlockOf(ForkShape.SHORT.blockTime().multipliedBy(3)))
                .hasValueSatisfying(fewer -> assertThat(fewer.iterations()).isEqualTo(5));
    }

    @Test
    void of_shortMeasurement_hasTenSlicesOfIt() {
        assertThat(ForkShape.of(Duration.ofMillis(200), Duration.ofMillis(400)))
                .isEqualTo(new ForkShape(Duration.ofMillis(200), 10, Duration.ofMillis(40)));
    }
}
