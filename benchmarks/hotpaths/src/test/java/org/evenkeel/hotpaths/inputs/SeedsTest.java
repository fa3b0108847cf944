package org.evenkeel.hotpaths.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {

    /**
     * Reference: the first numbers of SplitMix64 seeded with 1234567, as published with Vigna's splitmix64.c; the state
     * goes up by the golden gamma and is then mixed.
     */
    @Test
    void mix_ofTheSplitMixStates_givesItsPublishedNumbers() {
        long gamma = 0x9E3779B97F4A7C15L;

        assertThat(Seeds.mix(1_234_567 + gamma)).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(Seeds.mix(1_234_567 + 2 * gamma)).isEqualTo(3_203_168_211_198_807_973L);
    }

    @Test
    void random_sameIndexAndSeed_givesTheSameNumbers() {
        assertThat(Seeds.random(3, 42).longs(10))
                .containsExactly(Seeds.random(3, 42).longs(10).boxed().toArray(Long[]::new));
    }

    @Test
    void random_otherIndexOrSeed_givesOtherNumbers() {
        assertThat(IntStream.range(0, 50)
                        .boxed()
                        .flatMap(index -> IntStream.range(0, 50)
                                .mapToObj(seed -> Seeds.random(index, seed).nextLong())))
                .doesNotHaveDuplicates();
    }

    @Test
    void preparedChoices_afterTheLast_startAgain() {
        Choice choice = Choice.zipf(100, 1);
        PreparedChoices prepared = PreparedChoices.of(choice, Seeds.random(0, 1), 8);
        int[] first = IntStream.range(0, 8).map(i -> prepared.next()).toArray();
        var random = Seeds.random(0, 1);

        assertThat(first)
                .containsExactly(
                        IntStream.range(0, 8).map(i -> choice.next(random)).toArray());
        assertThat(IntStream.range(0, 8).map(i -> prepared.next()).toArray()).containsExactly(first);
    }

    @Test
    void preparedChoices_lengthThatIsNoPowerOfTwo_isRefused() {
        assertThatThrownBy(() -> PreparedChoices.of(Choice.uniform(2), Seeds.random(0, 1), 12))
                .hasMessageContaining("power of two")
                .hasMessageContaining("12");
    }
}
