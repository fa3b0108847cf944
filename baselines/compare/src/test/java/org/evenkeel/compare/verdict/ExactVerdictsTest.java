package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.compare.verdict.SmallComparisons.ALLOCATION;
import static org.evenkeel.compare.verdict.SmallComparisons.allocating;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.compare;
import static org.evenkeel.compare.verdict.SmallComparisons.verdictOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.LeakResult;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

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
        Session steady = leak(LeakResult.Verdict.STEADY);
        Session growing = leak(LeakResult.Verdict.GROWING);

        assertThat(compare(steady, growing).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(avgt(5, 5), growing).status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(growing, steady).outcome()).isEqualTo(Comparison.Outcome.IMPROVED);
        assertThat(compare(steady, steady).status()).isEqualTo(ExitStatus.OK);
        assertThat(compare(steady, leak(LeakResult.Verdict.INCONCLUSIVE)).status())
                .isEqualTo(ExitStatus.UNDECIDED);
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

    private static Session leak(LeakResult.Verdict verdict) {
        String json = "{\"workload\":\"planted\",\"verdict\":\"" + verdict + "\",\"bytesPerOperation\":"
                + "{\"estimate\":64,\"lower\":63,\"upper\":65,\"confidenceLevel\":0.95}}";
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
