package org.evenkeel.suite.ab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.SCORE;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.judge;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.row;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of bytes per operation where two sides take turns. */
class BytesInTurnTest {

    private static final int SLICES = 15;

    private static final double TIME = 100;

    private static final double BYTES = 1_500;

    /** It had one operation in place of a thousand, and what the harness allocates in each slice fell on that one. */
    private static final double TIME_OF_THE_STARVED = 1_000 * TIME;

    private static final double BYTES_OF_THE_STARVED = 69_944;

    @TestFactory
    Stream<DynamicTest> judge_oneStarvedSliceOfIdenticalBytes_isNoFinding() {
        return Stream.of(4, 5, 6, 8, 11)
                .flatMap(blocks -> Stream.of(true, false)
                        .map(current -> DynamicTest.dynamicTest(blocks + " blocks, current " + current, () -> {
                            Row bytes = bytes(blocks, current ? 0 : -1, current ? -1 : 0);
                            assertThat(bytes.verdict()).isInstanceOf(Verdict.Equivalent.class);
                        })));
    }

    @Test
    void judge_starvedSlice_countsAsTheOneOperationThatItHad() {
        assertThat(bytes(8, 3, -1).current().orElseThrow()).isCloseTo(BYTES, within(1.0));
    }

    @Test
    void judge_moreBytesInEverySlice_areFoundBesideAStarvedOne() {
        Row bytes = row(judge(measured(6, -1, 0, 1.1 * BYTES)), Metric.ALLOCATION);

        assertThat(bytes.verdict()).isInstanceOf(Verdict.Regressed.class);
    }

    /** What is there of a run that its budget ended behind the fifth block says no more than the four of the look. */
    @Test
    void judge_bytesOfABlockBetweenLooks_waitForTheNextLook() {
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < 6; block++) {
            base.add(fork(false, BYTES));
            current.add(fork(false, block < 4 ? BYTES : 3 * BYTES));
        }

        assertThat(verdict(base, current, 4)).isInstanceOf(Verdict.Equivalent.class);
        assertThat(verdict(base, current, 5)).isInstanceOf(Verdict.Equivalent.class);
        assertThat(verdict(base, current, 6)).isNotInstanceOf(Verdict.Equivalent.class);
    }

    private static Verdict verdict(List<Fork> base, List<Fork> current, int blocks) {
        Measured measured = new Measured(
                SCORE,
                base.subList(0, blocks),
                current.subList(0, blocks),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(6));
        return row(judge(measured), Metric.ALLOCATION).verdict();
    }

    private static Row bytes(int blocks, int starvedNow, int starvedBefore) {
        return row(judge(measured(blocks, starvedNow, starvedBefore, BYTES)), Metric.ALLOCATION);
    }

    /**
     * Blocks whose forks allocate the same in each slice.
     *
     * @param starvedNow the block in which the current side has a starved slice; -1 for none
     * @param starvedBefore the same of the base
     */
    private static Measured measured(int blocks, int starvedNow, int starvedBefore, double bytesNow) {
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            base.add(fork(block == starvedBefore, BYTES));
            current.add(fork(block == starvedNow, bytesNow));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }

    private static Fork fork(boolean starved, double bytes) {
        double[] times = new double[SLICES];
        double[] allocated = new double[SLICES];
        Arrays.fill(times, TIME);
        Arrays.fill(allocated, bytes);
        if (starved) {
            times[7] = TIME_OF_THE_STARVED;
            allocated[7] = BYTES_OF_THE_STARVED;
        }
        String json = new JmhText()
                .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of(Metric.ALLOCATION, new double[] {-1}), -2)
                .text()
                .replace("[[-1.0]]", "[" + Arrays.toString(allocated) + "]")
                .replace("[[-2.0]]", "[" + Arrays.toString(times) + "]");
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }
}
