package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Interval;
import org.junit.jupiter.api.Test;

/** What a run may claim of its times, and when its status is 0. */
class TimesClaimTest {

    @Test
    void times_thatAreEquivalent_ruleOutTheWorstOfTheirUpperEnds() {
        Comparison comparison =
                comparison(equivalent("a", -0.02, -0.05, 0.01), equivalent("b", 0.03, 0.01, 0.05), exact("a"));

        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
        assertThat(comparison.times().judged()).isEqualTo(2);
        assertThat(comparison.times().ruledOut().orElseThrow()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void oneUndecidedTime_leavesTheRunOpen_whateverTheExactMetricsSay() {
        Comparison comparison = comparison(exact("a"), exact("b"), open("a", 0.1, -0.3, 0.7));

        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(comparison.times().undecided()).hasSize(1);
        assertThat(comparison.times().ruledOut()).isEmpty();
    }

    @Test
    void noTimesAtAll_leaveNothingOpen() {
        Comparison comparison = comparison(exact("a"), exact("b"));

        assertThat(comparison.times().isClean()).isTrue();
        assertThat(comparison.times().judged()).isZero();
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void path_withARowThatIsWorseByItself_isSuspect() {
        Comparison comparison = comparison(
                equivalent("a", 0.07, 0.04, 0.099), equivalent("a", 0, -0.01, 0.01), equivalent("b", 0, -0.01, 0.01));

        assertThat(comparison.times().suspects()).extracting(Suspect::path).containsExactly("a");
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void path_slowerInTheMiddleThanTheOthers_isSuspect_andAShiftOfAllIsNot() {
        Row[] onePath = three(0.5, 0.02, -0.05, 0);
        Row[] all = three(0.5, 0.45, 0.55);

        assertThat(comparison(onePath).times().suspects())
                .extracting(Suspect::path)
                .containsExactly("a");
        assertThat(comparison(all).times().suspects()).isEmpty();
        assertThat(comparison(three(0.5)).times().suspects()).hasSize(1);
        assertThat(comparison(open("a", 0.5, -0.1, 1.5)).times().suspects())
                .as("the middle of one row is its own noise")
                .isEmpty();
        assertThat(comparison(all).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void rowsThatDoNotCount_claimNothing() {
        assertThat(comparison(exact("a"), open("a", 0.5, 0.1, 1.5).ungated()).status())
                .isEqualTo(ExitStatus.OK);
    }

    /** Three rows of each path, called a, b and so on. */
    private static Row[] three(double... changes) {
        List<Row> rows = new ArrayList<>();
        for (int path = 0; path < changes.length; path++) {
            for (double beside : new double[] {-0.1, 0, 0.1}) {
                double change = changes[path] + beside;
                rows.add(open(String.valueOf((char) ('a' + path)), change, change - 0.9, change + 1));
            }
        }
        return rows.toArray(Row[]::new);
    }

    private static Comparison comparison(Row... rows) {
        return new Comparison(List.of(rows), List.of(), Options.DEFAULT, 1, 1, List.of());
    }

    private static Row equivalent(String path, double change, double lower, double upper) {
        return row(path, MetricKind.TIME, new Verdict.Equivalent(change(change, lower, upper)));
    }

    private static Row open(String path, double change, double lower, double upper) {
        return row(
                path,
                MetricKind.TIME,
                new Verdict.Inconclusive(Optional.of(change(change, lower, upper)), false, "too close to call"));
    }

    private static Row exact(String path) {
        return row(path, MetricKind.EXACT, new Verdict.Equivalent(change(0, 0, 0)));
    }

    private static Change change(double relative, double lower, double upper) {
        return new Change(
                relative, OptionalDouble.of(relative), Optional.of(new Interval(lower, upper, 0.95)), Optional.empty());
    }

    private static Row row(String path, MetricKind kind, Verdict verdict) {
        Identity identity = new Identity("a.B.single", "avgt", 1, new TreeMap<>(Map.of("path", path)), "score");
        Metric metric = new Metric("score", "ns/op", kind, Direction.SMALLER_IS_BETTER);
        return new Row(identity, metric, OptionalDouble.of(1), OptionalDouble.of(1), verdict);
    }
}
