package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.compare.verdict.SmallComparisons.ALLOCATION;
import static org.evenkeel.compare.verdict.SmallComparisons.allocating;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.compare;
import static org.evenkeel.compare.verdict.SmallComparisons.only;
import static org.evenkeel.compare.verdict.SmallComparisons.verdictOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidBenchmark;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** What can be compared with what: units, environments, speeds of the machine, settings, broken benchmarks. */
class ComparabilityTest {

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

    private static Optional<Environment> environment(String fact, String value) {
        return Optional.of(new Environment(new TreeMap<>(Map.of(fact, value)), new TreeMap<>()));
    }

    private static Session onAMachineOf(double yardstickMicros, Session session) {
        Environment nowhere = new Environment(new TreeMap<>(), new TreeMap<>());
        return session.with(List.of(), List.of(), Optional.of(MachineSpeed.in(nowhere, yardstickMicros, "17")));
    }
}
