package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.compare.verdict.SmallComparisons.ALLOCATION;
import static org.evenkeel.compare.verdict.SmallComparisons.allocating;
import static org.evenkeel.compare.verdict.SmallComparisons.allocatingInEach;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.compare;
import static org.evenkeel.compare.verdict.SmallComparisons.verdictOf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on what is exact: bytes allocated per operation, and leaks. */
class ExactVerdictsTest {

    @Test
    void allocation_hundredBytesMore_isRegressed() {
        Comparison comparison = compare(allocating(0.01, 0.02, 0.01), allocating(100.01, 100.02, 100.01));

        assertThat(verdictOf(comparison, ALLOCATION)).isInstanceOf(Verdict.Regressed.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void allocation_jitterOfTheHarness_isEquivalent() {
        assertThat(verdictOf(compare(allocating(1024.3, 1029.1, 1024.2), allocating(1026, 1031, 1024.9)), ALLOCATION))
                .isInstanceOf(Verdict.Equivalent.class);
        assertThat(verdictOf(compare(allocating(0.0004), allocating(0.9)), ALLOCATION))
                .isInstanceOf(Verdict.Equivalent.class);
    }

    @Test
    void allocation_inOneForkOnly_isNoRegression() {
        Comparison comparison = compare(allocating(1000, 1000, 1000), allocating(1000, 1000, 1300));

        assertThat(verdictOf(comparison, ALLOCATION)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void allocation_thatSettlesAtTwoValues_isNeverCalledEquivalent() {
        Comparison most = compare(allocating(0, 0, 0, 0, 0), allocating(4096, 4096, 0, 4096, 4096));

        assertThat(verdictOf(most, ALLOCATION))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("4 of 5 forks"));
        assertThat(most.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(allocating(0, 0, 0, 0, 0), allocating(4096, 4096, 4096, 4096, 4096))
                        .status())
                .isEqualTo(ExitStatus.WRONG);
        assertThat(compare(allocating(4096, 4096, 0, 4096, 4096), allocating(0, 0, 0, 0, 0))
                        .status())
                .isNotEqualTo(ExitStatus.WRONG);
    }

    @Test
    void allocation_inForksOfSeveralIterations_isSettledByWhatEachForkSettledAt() {
        double[] none = {0, 0, 0, 0, 0};
        double[] much = {4096, 4115, 4096, 4100, 4096};
        Comparison most =
                compare(allocatingInEach(none, none, none, none, none), allocatingInEach(much, much, none, much, much));

        assertThat(verdictOf(most, ALLOCATION))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("4 of 5 forks"));
        assertThat(most.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(allocatingInEach(none, none, none), allocatingInEach(much, much, much))
                        .status())
                .isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void allocation_ofWhichMoreForksHaveTheLargerValue_isNotPassedOver() {
        double[] none = {0, 0, 0};
        double[] much = {4096, 4100, 4096};
        Session oneEach = allocating(0, 0, 0, 4096, 4096);
        Session several = allocatingInEach(none, none, none, much, much);

        assertThat(compare(oneEach, allocating(0, 4096, 4096, 4096, 4096)).status())
                .isEqualTo(ExitStatus.UNDECIDED);
        Comparison more = compare(several, allocatingInEach(none, much, much, much, much));
        assertThat(more.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(verdictOf(more, ALLOCATION))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("more forks than before"));
        double[] filling = {900, 700, 500, 300, 100};
        double[] fillingLonger = {3000, 2100, 1800, 1000, 300};
        assertThat(compare(allocatingInEach(filling, filling), allocatingInEach(fillingLonger, fillingLonger))
                        .status())
                .as("several times as much, though it had not settled")
                .isEqualTo(ExitStatus.UNDECIDED);
        double[] smaller = {10_000, 10_004, 10_000};
        double[] larger = {12_000, 12_004, 12_000};
        assertThat(compare(
                                allocatingInEach(smaller, smaller, smaller, smaller, larger),
                                allocatingInEach(larger, larger, larger, larger, larger))
                        .status())
                .as("surely more in the mean, and the baseline has been there")
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(oneEach, oneEach).status()).isEqualTo(ExitStatus.OK);
        assertThat(compare(several, allocatingInEach(much, none, none, much, much))
                        .status())
                .as("the same again")
                .isEqualTo(ExitStatus.OK);
        assertThat(compare(several, allocatingInEach(none, none, none, none, much))
                        .status())
                .as("fewer of them")
                .isEqualTo(ExitStatus.OK);
    }

    /** Unchanged code of which a fork settles at one of two values, by the toss of a coin that falls on the larger with this chance. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.8})
    void allocation_unchangedAndOfTwoValues_isNeverCalledAndSeldomLeftOpen(double chance) {
        Random random = new Random(83);
        int runs = 400;
        int called = 0;
        int open = 0;
        for (int run = 0; run < runs; run++) {
            Comparison comparison = compare(tossed(random, chance), tossed(random, chance));
            called += comparison.status() == ExitStatus.WRONG ? 1 : 0;
            open += comparison.status() == ExitStatus.UNDECIDED ? 1 : 0;
        }

        assertThat(called).isLessThanOrEqualTo(runs / 200);
        assertThat(open).isLessThan(runs * 3 / 10);
    }

    private static Session tossed(Random random, double chance) {
        double[][] forks = new double[5][];
        for (int fork = 0; fork < forks.length; fork++) {
            double settled = random.nextDouble() < chance ? 4096 : 0;
            forks[fork] = new double[] {settled, settled + 4, settled, settled + 1, settled};
        }
        return allocatingInEach(forks);
    }

    @Test
    void allocation_inKibibytes_mayMoveByNoMoreBytes() {
        Session base = inKibibytes(1.0, 1.001, 1.0);

        assertThat(compare(base, inKibibytes(1.1, 1.101, 1.1)).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(base, inKibibytes(1.01, 1.011, 1.01)).status()).isEqualTo(ExitStatus.OK);
        assertThat(compare(base, allocating(1124, 1125, 1124)).status()).isEqualTo(ExitStatus.WRONG);
    }

    private static Session inKibibytes(double... forks) {
        double[] time = new double[forks.length];
        Arrays.fill(time, 1000);
        return JmhText.read(
                new JmhText()
                        .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of(ALLOCATION, forks), time)
                        .text()
                        .replace("B/op", "KiB/op"),
                "run.json");
    }

    @Test
    void allocation_thatFallsWhileItIsMeasured_isNoRegressionUnlessMoreThanItFalls() {
        Session falling = allocating(1400, 1200, 1390, 1210);

        assertThat(verdictOf(compare(falling, allocating(1550, 1430, 1540, 1440)), ALLOCATION))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("not settled"));
        assertThat(verdictOf(compare(falling, allocating(1800, 1650, 1790, 1660)), ALLOCATION))
                .isInstanceOf(Verdict.Regressed.class);
    }

    @Test
    void leak_thatIsNew_isRegressedWithAndWithoutABaseline() {
        Session steady = leak(LeakVerdictName.STEADY);
        Session growing = leak(LeakVerdictName.GROWING);

        assertThat(compare(steady, growing).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(avgt(5, 5), growing).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(growing, steady).outcome()).isEqualTo(Comparison.Outcome.IMPROVED);
        assertThat(compare(steady, steady).status()).isEqualTo(ExitStatus.OK);
        assertThat(compare(steady, leak(LeakVerdictName.INCONCLUSIVE)).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void leaksOfAJmhRun_areGatedByTheirVerdict_andThenByTheirRate() {
        Session steady = profiledForLeaks(0, 0.2);
        Session leaking = profiledForLeaks(1, 4);
        Session worse = profiledForLeaks(1, 9);

        assertThat(verdictOf(compare(steady, leaking), "leak.rate")).isInstanceOf(Verdict.Regressed.class);
        assertThat(compare(steady, leaking).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(verdictOf(compare(leaking, steady), "leak.rate")).isInstanceOf(Verdict.Improved.class);
        assertThat(verdictOf(compare(steady, steady), "leak.rate")).isInstanceOf(Verdict.Equivalent.class);
        assertThat(verdictOf(compare(leaking, leaking), "leak.rate")).isInstanceOf(Verdict.Equivalent.class);
        assertThat(verdictOf(compare(leaking, worse), "leak.rate")).isInstanceOf(Verdict.Regressed.class);
        assertThat(verdictOf(compare(steady, profiledForLeaks(Double.NaN, 0.2)), "leak.rate"))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Session profiledForLeaks(double verdict, double rate) {
        return new JmhText()
                .add(
                        "a.B.c",
                        "avgt",
                        1,
                        Map.of(),
                        "ns/op",
                        Map.of(
                                "leak.verdict", new double[] {verdict, verdict},
                                "leak.rate", new double[] {rate, rate}),
                        1000,
                        1001)
                .session("run.json");
    }

    @Test
    void leaksThatGrewBefore_areComparedByRatesThatAreSureEnough() {
        LeakVerdictName growing = LeakVerdictName.GROWING;
        Session unsure = leak(growing, 40, 20, 60);
        Session sure = leak(growing, 40, 39.5, 40.5);

        Comparison maybeMore = compare(unsure, leak(growing, 100, 55, 145));
        assertThat(verdictOf(maybeMore, "leak.rate"))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("too unsure to compare"));
        assertThat(maybeMore.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(unsure, unsure).status())
                .as("might be twice as much")
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(sure, sure).status()).isEqualTo(ExitStatus.OK);
        assertThat(verdictOf(compare(sure, sure), "leak.rate")).isInstanceOf(Verdict.Equivalent.class);
        assertThat(compare(sure, leak(growing, 40.03, 39.6, 40.5)).status()).isEqualTo(ExitStatus.OK);
        assertThat(verdictOf(compare(sure, leak(growing, 39, 36, 42)), "leak.rate"))
                .as("by a quarter more at the most")
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.setAside()).isTrue());
        assertThat(verdictOf(compare(sure, leak(growing, 60, 58, 62)), "leak.rate"))
                .isInstanceOf(Verdict.Regressed.class);
        assertThat(verdictOf(compare(leak(growing, 60, 58, 62), sure), "leak.rate"))
                .isInstanceOf(Verdict.Improved.class);
    }

    private static Session leak(LeakVerdictName verdict) {
        return leak(verdict, 64, 63, 65);
    }

    private static Session leak(LeakVerdictName verdict, double rate, double lower, double upper) {
        String json = "{\"workload\":\"planted\",\"verdict\":\"" + verdict + "\",\"bytesPerOperation\":{\"estimate\":"
                + rate + ",\"lower\":" + lower + ",\"upper\":" + upper + ",\"confidenceLevel\":0.95}}";
        return Session.of("run", List.of())
                .with(
                        LeakcheckReader.read(
                                new java.io.ByteArrayInputStream(
                                        json.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                "leakcheck.json"),
                        List.of(),
                        Optional.empty());
    }
}
