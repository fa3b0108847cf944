package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidBenchmark;
import org.evenkeel.compare.samples.LeakResult;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

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
    void units_ofOneKind_areConverted_andOfTwoKindsIncomparableAlone() {
        Session milliseconds = new JmhText()
                .add("a.B.c", "avgt", "ms/op", 0.0005, 0.0005, 0.0005)
                .add("a.B.d", "avgt", "MB/op", 7, 7, 7)
                .session("current.json");
        Session nanoseconds = new JmhText()
                .add("a.B.c", "avgt", "ns/op", 500, 500, 500)
                .add("a.B.d", "avgt", "ns/op", 7, 7, 7)
                .session("base.json");

        List<Row> rows = compare(nanoseconds, milliseconds).rows();

        assertThat(rows.get(0).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(rows.get(0).current().orElseThrow()).isCloseTo(500, within(1e-6));
        assertThat(rows.get(1).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Incomparable.class,
                        other -> assertThat(other.differences()).containsOnlyKeys("unit"));
        assertThat(compare(nanoseconds, milliseconds).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(compare(List.of(nanoseconds, milliseconds), List.of(nanoseconds))
                        .rows()
                        .get(0)
                        .verdict())
                .isInstanceOf(Verdict.Equivalent.class);
    }

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
    void times_measuredForAnotherTime_areComparedAndToldOf() {
        JmhText results = new JmhText().add("a.B.c", "avgt", "ns/op", 1000, 1001, 1002);
        Session brief = results.measured(2, 1, "20 s").session("brief.json");
        Session untold = results.untold().session("plain.json");
        Session whole = new JmhText()
                .add("a.B.c", "avgt", "ns/op", 1000, 1001, 1002)
                .measured(5, 5, "10 s")
                .session("whole.json");

        Comparison comparison = compare(whole, brief);

        assertThat(only(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(comparison.otherSettings())
                .containsExactly(new Environment.Difference(
                        "5 x 10 s after 5 x 10 s of warm-up", "2 x 20 s after 1 x 20 s of warm-up"));
        assertThat(Words.notes(comparison))
                .anySatisfy(note -> assertThat(note).contains("Not measured alike", "5 x 10 s", "2 x 20 s"));
        assertThat(compare(whole, whole).otherSettings()).isEmpty();
        assertThat(compare(untold, whole).otherSettings()).isEmpty();
    }

    @Test
    void environments_thatDiffer_leaveOnlyExactMetricsJudged() {
        Session base = allocating(64, 64).with(List.of(), List.of(), environment("cpu.model", "A"));
        Session current = allocating(264, 264).with(List.of(), List.of(), environment("cpu.model", "B"));

        Comparison comparison = compare(base, current);

        assertThat(verdictOf(comparison, "score"))
                .isInstanceOfSatisfying(
                        Verdict.Incomparable.class,
                        incomparable -> assertThat(incomparable.differences()).containsOnlyKeys("cpu.model"));
        assertThat(verdictOf(comparison, ALLOCATION)).isInstanceOf(Verdict.Regressed.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(compare(base, allocating(64, 64).with(List.of(), List.of(), environment("cpu.model", "B")))
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void times_ofAMachineThatWasSlowerInAllSessions_areIncomparable_andExactMetricsJudged() {
        Session base = onAMachineOf(1800, allocating(64, 64));
        Session current = onAMachineOf(3200, allocating(264, 264));

        Comparison comparison = compare(base, current);

        assertThat(verdictOf(comparison, "score"))
                .isInstanceOfSatisfying(
                        Verdict.Incomparable.class,
                        incomparable -> assertThat(incomparable.differences()).containsOnlyKeys("yardstick.us"));
        assertThat(verdictOf(comparison, ALLOCATION)).isInstanceOf(Verdict.Regressed.class);
        assertThat(verdictOf(compare(current, base), "score")).isInstanceOf(Verdict.Incomparable.class);
    }

    @Test
    void times_ofSessionsInWhichTheMachineWasSlower_areLeftOut() {
        Session usual = onAMachineOf(1800, avgt(1000, 1001, 1002));
        Session slow = onAMachineOf(3200, avgt(1900, 1910, 1905));
        Session current = onAMachineOf(1810, avgt(1001, 1002, 1000));

        assertThat(only(compare(List.of(usual, slow), List.of(current))).verdict())
                .isInstanceOf(Verdict.Equivalent.class);
        assertThat(only(compare(List.of(usual), List.of(slow, current))).verdict())
                .isInstanceOf(Verdict.Equivalent.class);
    }

    @Test
    void benchmark_thatBrokeAnInvariant_isInvalidWhateverItsNumbers() {
        Identity identity = new Identity("a.B.c", "avgt", 1, new TreeMap<>(), "score");
        Session current = allocating(64, 64)
                .with(List.of(), List.of(new InvalidBenchmark(identity, "lost 3 documents")), Optional.empty());

        Comparison comparison = compare(allocating(64, 64), current);

        assertThat(comparison.rows()).extracting(row -> row.verdict().word()).containsExactly("INVALID", "INVALID");
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
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

    private static Optional<Environment> environment(String fact, String value) {
        return Optional.of(new Environment(new TreeMap<>(Map.of(fact, value)), new TreeMap<>()));
    }

    private static Session onAMachineOf(double yardstickMicros, Session session) {
        Environment nowhere = new Environment(new TreeMap<>(), new TreeMap<>());
        return session.with(List.of(), List.of(), Optional.of(MachineSpeed.in(nowhere, yardstickMicros, "17")));
    }

    private static Comparison compare(Session base, Session current) {
        return compare(List.of(base), List.of(current));
    }

    private static Comparison compare(List<Session> base, List<Session> current) {
        return Comparer.compare(base, current, List.of(), Options.DEFAULT);
    }

    private static Session avgt(double... forks) {
        return new JmhText().add("a.B.c", "avgt", "ns/op", forks).session("run.json");
    }

    private static Session thrpt(double... forks) {
        return new JmhText().add("a.B.c", "thrpt", "ops/s", forks).session("run.json");
    }

    private static Session allocating(double... bytes) {
        double[] time = new double[bytes.length];
        java.util.Arrays.fill(time, 1000);
        return new JmhText()
                .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of(ALLOCATION, bytes), time)
                .session("run.json");
    }

    private static Row only(Comparison comparison) {
        assertThat(comparison.rows()).hasSize(1);
        return comparison.rows().get(0);
    }

    private static Verdict verdictOf(Comparison comparison, String metric) {
        return comparison.rows().stream()
                .filter(row -> row.identity().metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static double relative(Row row) {
        return row.verdict().change().orElseThrow().relative().orElseThrow();
    }
}
