package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.compare;
import static org.evenkeel.compare.verdict.SmallComparisons.only;

import java.util.List;
import java.util.Map;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** What is said of forks that stand alone, and of sessions of which there is no history. */
class LittleKnownNoiseTest {

    @Test
    void oneForkAlone_isBelievedOnlyFarBeyondTheMinimumEffect() {
        Comparison close = compare(avgt(1000), avgt(1180));

        assertThat(only(close).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("one fork alone"));
        assertThat(close.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(only(compare(avgt(1000), avgt(1600))).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(compare(avgt(1000), avgt(1600)).times().suspects()).hasSize(1);
        assertThat(only(compare(avgt(1000), avgt(4000))).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(only(compare(avgt(4000), avgt(1000))).verdict()).isInstanceOf(Verdict.Improved.class);
        assertThat(only(compare(avgt(1000, 1001, 999), avgt(1600))).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(only(compare(avgt(1000), avgt(1010))).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(only(compare(avgt(1000, 1001, 1002), avgt(1180, 1181, 1182))).verdict())
                .isInstanceOf(Verdict.Regressed.class);
    }

    @Test
    void sessionsOfOneFork_haveToAgree() {
        List<Session> base = List.of(avgt(1000), avgt(1010), avgt(990), avgt(1005), avgt(995));

        assertThat(only(compare(base, List.of(avgt(1200), avgt(1210)))).verdict())
                .isInstanceOf(Verdict.Regressed.class);
        // One of the two is as fast as ever: a benchmark of two speeds, whose mean is worse by a third.
        List<Session> twoSpeeds = List.of(avgt(1700), avgt(1005));
        List<Session> calm = List.of(avgt(1000), avgt(1010), avgt(990), avgt(1700), avgt(1000), avgt(1010));
        Comparison comparison = Comparer.compare(base, twoSpeeds, List.of(calm, calm, calm), Options.DEFAULT);
        assertThat(only(comparison).verdict()).isNotInstanceOf(Verdict.Regressed.class);
    }

    @Test
    void shortForks_withoutAHistory_areTakenToBeNoisierThanLongOnes() {
        double brief = minimumDetectableEffect("500 ms");
        double whole = minimumDetectableEffect("10 s");

        // Four times 500 ms are a fifteenth of the 30 s of which 2.5 % is assumed, so their deviation is the root of 15
        // times it.
        assertThat(Math.log1p(brief) / Math.log1p(whole)).isBetween(2.5, Math.sqrt(15));
        assertThat(minimumDetectableEffect("20 s")).isEqualTo(whole);
        assertThat(minimumDetectableEffect("some time")).isBetween(whole, minimumDetectableEffect("100 ms"));
    }

    @Test
    void singleShots_thatAgreeAmongThemselves_areNotBelieved() {
        Session base = new JmhText().addFork("a.B.c", "ss", "ms/op", 0.98, 1.00).session("base.json");
        Session slower =
                new JmhText().addFork("a.B.c", "ss", "ms/op", 1.42, 1.44).session("current.json");

        assertThat(only(compare(base, slower)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(compare(base, slower).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void singleShots_inAForkEach_areBelievedOnlyWhereThereAreSeveral() {
        Session base = new JmhText().add("a.B.c", "ss", "ms/op", 0.98, 1.00).session("base.json");
        Session slower = new JmhText().add("a.B.c", "ss", "ms/op", 3.29, 3.33).session("current.json");
        Session lone = new JmhText().add("a.B.c", "ss", "ms/op", 3.31).session("current.json");
        Session five = new JmhText()
                .add("a.B.c", "ss", "ms/op", 0.98, 1.00, 0.99, 0.98, 1.0)
                .session("base.json");
        Session fiveSlower = new JmhText()
                .add("a.B.c", "ss", "ms/op", 5.29, 5.33, 5.3, 5.31, 5.3)
                .session("current.json");

        assertThat(only(compare(base, slower)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("a few single calls are believed"));
        assertThat(compare(base, slower).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(only(compare(five, lone)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(only(compare(five, fiveSlower)).verdict()).isInstanceOf(Verdict.Regressed.class);
    }

    @Test
    void loneFork_besideSeveral_isNoSurerThanItsOwnIterationsAre() {
        Session several = avgt(6.78, 6.82, 6.8, 6.84, 6.76);
        Session wild =
                new JmhText().addFork("a.B.c", "avgt", "ns/op", 3.1, 9, 40).session("current.json");
        Session calm = new JmhText()
                .addFork("a.B.c", "avgt", "ns/op", 13.5, 13.6, 13.7)
                .session("current.json");
        Session otherWay =
                new JmhText().addFork("a.B.c", "avgt", "ns/op", 3.1, 9, 40).session("base.json");

        assertThat(only(compare(several, wild)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(compare(several, wild).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(only(compare(otherWay, several)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(only(compare(several, calm)).verdict()).isInstanceOf(Verdict.Regressed.class);
    }

    @Test
    void loneFork_isNoSurerThanItsOwnIterationsAre() {
        Session base =
                new JmhText().addFork("a.B.c", "avgt", "ms/op", 3.1, 6.9, 10.34).session("base.json");
        Session current =
                new JmhText().addFork("a.B.c", "avgt", "ms/op", 6.9, 6.9, 10.34).session("current.json");
        Session calm =
                new JmhText().addFork("a.B.c", "avgt", "ms/op", 6.8, 6.9, 6.85).session("calm.json");
        Session slower = new JmhText()
                .addFork("a.B.c", "avgt", "ms/op", 39.8, 39.9, 39.85)
                .session("slower.json");

        assertThat(only(compare(base, current)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(only(compare(base, current)).base().orElseThrow())
                .as("the score of the file, as JMH shows it")
                .isCloseTo(6.78, within(1e-9));
        assertThat(Words.notes(compare(base, current)))
                .anySatisfy(note -> assertThat(note).contains("geometric means", "B.c avgt t=1 are +18.7% apart"));
        assertThat(only(compare(calm, slower)).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(only(compare(base, slower)).verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void percentileOnACliff_withoutAHistory_isNotBelieved() {
        Session fewMisses = calls(Map.of(0.9, 4000L, 1.0, 5920L, 20.0, 80L));
        Session moreMisses = calls(Map.of(0.9, 4000L, 1.0, 5850L, 20.0, 150L));
        Session slower = calls(Map.of(2.7, 4000L, 3.0, 5920L, 60.0, 80L));

        // A p99 of 1 µs and one of 20.
        assertThat(verdict("p99", fewMisses, moreMisses)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict("p90", fewMisses, slower)).isInstanceOf(Verdict.Regressed.class);
        assertThat(verdict("p90", slower, fewMisses)).isInstanceOf(Verdict.Improved.class);
    }

    @Test
    void meanThatHangsOnOneCall_withoutAHistory_isNotBelieved() {
        Session calm = calls(Map.of(0.15, 12_000L));
        Session oneLongCall = calls(Map.of(0.15, 12_000L, 600.0, 1L));
        Session slower = calls(Map.of(0.2, 12_000L));

        // Both are worse by a third.
        assertThat(verdict("score", calm, oneLongCall)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict("score", calm, slower)).isInstanceOf(Verdict.Regressed.class);
    }

    private static Session calls(Map<Double, Long> calls) {
        return new JmhText().addCalls("a.B.c", 3, calls).session("run.json");
    }

    private static Verdict verdict(String metric, Session base, Session current) {
        return compare(base, current).rows().stream()
                .filter(row -> row.identity().metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static double minimumDetectableEffect(String time) {
        Session session = new JmhText()
                .add("a.B.c", "avgt", "ns/op", 1000, 1001, 1002)
                .measured(4, 3, time)
                .session("run.json");
        return only(compare(session, session))
                .verdict()
                .change()
                .flatMap(Change::evidence)
                .orElseThrow()
                .minimumDetectableEffect()
                .orElseThrow();
    }
}
