package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.compare.verdict.SmallComparisons.ALLOCATION;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.compare;
import static org.evenkeel.compare.verdict.SmallComparisons.only;

import java.util.List;
import java.util.Map;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** The verdicts on times. */
class VerdictsTest {

    @Test
    void throughput_halved_isRegressedAndTwiceAsSlow() {
        Comparison comparison = compare(thrpt(1000, 1001, 1002), thrpt(500, 501, 500));

        Row row = only(comparison);
        assertThat(row.verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(relative(row)).isCloseTo(1.0, within(0.01));
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void time_halved_isImproved() {
        Comparison comparison = compare(avgt(1000, 1001, 1002), avgt(500, 501, 500));

        assertThat(only(comparison).verdict()).isInstanceOf(Verdict.Improved.class);
        assertThat(comparison.outcome()).isEqualTo(Comparison.Outcome.IMPROVED);
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void time_unchanged_isEquivalent() {
        Comparison comparison = compare(avgt(1000, 1001, 1002), avgt(1001, 1000, 1003));

        assertThat(only(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void time_thatCouldNotShowAQuarter_leavesTheRunOpen_whateverElseIsEquivalent() {
        JmhText calm = new JmhText().add("a.B.calm", "avgt", "ns/op", 1000, 1001, 1002);
        Session base = calm.add("a.B.wild", "avgt", "ns/op", 400, 1000, 2500).session("base.json");
        Session current = new JmhText()
                .add("a.B.calm", "avgt", "ns/op", 1000, 1001, 1002)
                .add("a.B.wild", "avgt", "ns/op", 600, 1100, 2900)
                .session("current.json");

        Comparison comparison = compare(base, current);

        Row wild = comparison.rows().get(1);
        assertThat(wild.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.setAside()).isFalse());
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(comparison.times().undecided()).containsExactly(wild.identity());
        assertThat(Words.notes(comparison)).isNotEmpty();
    }

    @Test
    void time_noisierThanTheMarginThatRulesAQuarterOut_isSetAside() {
        Comparison comparison = compare(avgt(960, 1000, 1050, 990, 1010), avgt(1000, 960, 1050, 1010, 990));

        assertThat(only(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        Comparison strict = Comparer.compare(
                List.of(avgt(960, 1000, 1050, 990, 1010)),
                List.of(avgt(1000, 960, 1050, 1010, 990)),
                List.of(),
                Options.DEFAULT.withMargin(0.05));
        assertThat(only(strict).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.setAside()).isTrue());
        assertThat(strict.times().isClean()).isTrue();
        assertThat(strict.times().ruledOut().orElseThrow()).isBetween(0.05, 0.25);
    }

    @Test
    void time_nothingButNoise_isInconclusiveAsAWhole() {
        Comparison comparison = compare(avgt(400, 1000, 2500), avgt(600, 1100, 2900));

        assertThat(comparison.outcome()).isEqualTo(Comparison.Outcome.INCONCLUSIVE);
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void time_tooCloseToCall_isInconclusiveAndSaysWhatWouldSettleIt() {
        // Calm enough to be shown equivalent within 19 %, and between 3 % and 19 % worse.
        Options options = Options.DEFAULT.withMargin(0.19);
        Comparison comparison =
                Comparer.compare(List.of(avgt(1000, 1001, 1002)), List.of(avgt(1100, 1101, 1102)), List.of(), options);

        Row row = only(comparison);
        assertThat(row.verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> {
            assertThat(open.setAside()).isFalse();
            assertThat(open.change()
                            .flatMap(Change::evidence)
                            .orElseThrow()
                            .needed()
                            .forks())
                    .isPresent();
        });
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void time_ofASeriesWithoutNumbers_isInconclusive() {
        Session broken = JmhText.read(
                new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6).text().replace("[6.0]", "[\"NaN\"]"), "run.json");

        Comparison comparison = compare(avgt(5, 6), broken);

        assertThat(only(comparison).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void benchmarks_thatComeAndGo_areListed_leaveTheRunOpen_andFailWhenStrict() {
        Session base = new JmhText()
                .add("a.B.same", "avgt", "ns/op", 10, 10)
                .add("a.B.old", "avgt", "ns/op", 10, 10)
                .session("base.json");
        Session current = new JmhText()
                .add("a.B.same", "avgt", "ns/op", 10, 10)
                .add("a.B.young", "avgt", "ns/op", 10, 10)
                .session("current.json");

        assertThat(compare(base, current).rows())
                .extracting(row -> row.verdict().word())
                .containsExactly("REMOVED", "EQUIVALENT", "ADDED");
        assertThat(compare(base, current).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(base, current).vanished())
                .singleElement()
                .satisfies(gone -> assertThat(gone.benchmark().benchmark()).isEqualTo("a.B.old"));
        assertThat(Comparer.compare(
                                List.of(base),
                                List.of(current),
                                List.of(),
                                Options.DEFAULT.withAcceptedRemovals(line -> line.contains("old")))
                        .status())
                .isEqualTo(ExitStatus.OK);
        assertThat(Comparer.compare(List.of(base), List.of(current), List.of(), Options.DEFAULT.withStrict(true))
                        .status())
                .isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void metrics_thatOneSideWasNotMeasuredFor_areNamedAndLeaveTheRunOpen() {
        Session base = profiled("a.B.one", "a.B.two", "a.B.three");
        Session without = new JmhText()
                .add("a.B.one", "avgt", "ns/op", 10, 10)
                .add("a.B.two", "avgt", "ns/op", 10, 10)
                .add("a.B.three", "avgt", "ns/op", 10, 10)
                .session("current.json");

        Comparison everywhere = compare(base, without);
        assertThat(everywhere.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(everywhere.vanished()).isEmpty();
        assertThat(ClaimWords.of(everywhere))
                .contains("Not measured now, and so not compared: gc.alloc.rate.norm of all 3 benchmarks that have it;"
                        + " was -prof gc left out? (--accept-removed REGEX where that is meant).");
        assertThat(accepting("gc.alloc", base, without).status()).isEqualTo(ExitStatus.OK);
        assertThat(accepting("B.one", base, without).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(without, base).status()).isEqualTo(ExitStatus.OK);
        assertThat(ClaimWords.of(compare(without, base)))
                .contains("New, and so compared with nothing: gc.alloc.rate.norm of all 3 benchmarks that have it.");
    }

    @Test
    void metric_thatOneBenchmarkLost_isNamedWithIt() {
        Session base = profiled("a.B.one", "a.B.two");
        Session current = Session.of(
                "current.json",
                base.series().values().stream()
                        .filter(series -> !series.identity().benchmark().equals("a.B.two")
                                || series.identity().metric().equals("score"))
                        .toList());

        Comparison comparison = compare(base, current);
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(ClaimWords.of(comparison))
                .contains(
                        "Not measured now, and so not compared: gc.alloc.rate.norm of B.two avgt t=1 (--accept-removed"
                                + " REGEX where that is meant).");
        assertThat(accepting("two", base, current).status()).isEqualTo(ExitStatus.OK);
    }

    private static Comparison accepting(String part, Session base, Session current) {
        return Comparer.compare(
                List.of(base),
                List.of(current),
                List.of(),
                Options.DEFAULT.withAcceptedRemovals(line -> line.contains(part)));
    }

    private static Session profiled(String... benchmarks) {
        JmhText text = new JmhText();
        for (String benchmark : benchmarks) {
            text.add(benchmark, "avgt", 1, Map.of(), "ns/op", Map.of(ALLOCATION, new double[] {24, 24}), 10, 10);
        }
        return text.session("base.json");
    }

    private static Session thrpt(double... forks) {
        return new JmhText().add("a.B.c", "thrpt", "ops/s", forks).session("run.json");
    }

    private static double relative(Row row) {
        return row.verdict().change().orElseThrow().relative().orElseThrow();
    }
}
