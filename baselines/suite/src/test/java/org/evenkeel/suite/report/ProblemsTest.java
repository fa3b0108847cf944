package org.evenkeel.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Limit;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.compare.verdict.Selector;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    @Test
    void oneSlowdown_inTwoModes_isOneProblem_andMoreGarbageAnother() {
        CheckReport report = report(session(1), session(2), Options.DEFAULT);

        assertThat(report.problems()).hasSize(2);
        assertThat(report.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("documents, tenThreads regressed: ")
                        .contains("mean by 100%")
                        .contains("throughput by 100%"))
                .anySatisfy(problem -> assertThat(problem).contains(ALLOCATION + " regressed: +100%"));
        assertThat(report.headline()).isEqualTo("2 things are wrong.");
    }

    @Test
    void anotherForm_isAnotherProblem() {
        Session base = new JmhText()
                .add("x.HotPathBenchmark.single", "avgt", "ns/op", 100, 101, 99)
                .add("x.HotPathBenchmark.batch", "avgt", "ns/op", 100, 101, 99)
                .session("base");
        Session current = new JmhText()
                .add("x.HotPathBenchmark.single", "avgt", "ns/op", 200, 202, 198)
                .add("x.HotPathBenchmark.batch", "avgt", "ns/op", 300, 303, 297)
                .session("current");

        assertThat(report(base, current, Options.DEFAULT).problems())
                .as("worst first")
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("HotPathBenchmark.batch avgt t=1 score regressed: +200%"),
                        second -> assertThat(second)
                                .startsWith("HotPathBenchmark.single avgt t=1 score regressed: +100%"));
    }

    @Test
    void undecidedTime_isNamed_withWhatWouldSettleIt() {
        // Calm enough to be shown equivalent within 19 %, and between 3 % and 19 % worse.
        CheckReport report =
                report(onlyMean(1_000, 1_001, 1_002), onlyMean(1_100, 1_101, 1_102), Options.DEFAULT.withMargin(0.19));

        assertThat(report.problems()).isEmpty();
        assertThat(report.undecided())
                .singleElement()
                .asString()
                .startsWith("documents, tenThreads, mean: ")
                .contains("would settle it");
    }

    @Test
    void rowThatNothingFollowsFrom_isNoProblem() {
        Selector everything =
                new Selector(Pattern.compile(""), Optional.empty(), OptionalInt.empty(), Optional.empty());
        Limit shownOnly = new Limit(everything, OptionalDouble.empty(), OptionalDouble.empty(), false);

        CheckReport report =
                report(session(1), session(2), Options.DEFAULT.withRules(new Rules(List.of(), List.of(shownOnly))));

        assertThat(report.problems()).isEmpty();
        assertThat(report.status()).isNotEqualTo(ExitStatus.WRONG);
        assertThat(report.tally()).isEqualTo("3 rows: 3 regressed.");
    }

    @Test
    void alarmsOfNights_areProblems_andNoneOfTheRunItself_whateverTheyAreCalled() {
        CheckReport run = report(session(1), session(2), Options.DEFAULT);
        String sameWords = run.problems().get(0);
        CheckReport night = new CheckReport(
                run.environment(),
                run.session(),
                run.leaks(),
                new BaselineUsed.Nights(40, 12, List.of(new NightAlarm("a", sameWords))),
                run.comparison(),
                List.of());

        assertThat(night.problems()).hasSize(3);
        assertThat(night.problemsOfTheRun()).hasSize(2).contains(sameWords);
    }

    private static Session onlyMean(double... nanos) {
        return new JmhText()
                .add("x.HotPathBenchmark.tenThreads", "avgt", 10, Map.of("path", "documents"), "ns/op", Map.of(), nanos)
                .session("run");
    }

    /** One form of a path in two modes, so many times as slow and as hungry as it was. */
    private static Session session(double times) {
        double[] nanos = {100 * times, 101 * times, 99 * times};
        double[] rates = {50 / times, 51 / times, 49 / times};
        double[] bytes = {1_000 * times, 1_000 * times, 1_000 * times};
        return new JmhText()
                .add(
                        "x.HotPathBenchmark.tenThreads",
                        "sample",
                        10,
                        Map.of("path", "documents"),
                        "ns/op",
                        Map.of(ALLOCATION, bytes),
                        nanos)
                .add(
                        "x.HotPathBenchmark.tenThreads",
                        "thrpt",
                        10,
                        Map.of("path", "documents"),
                        "ops/ms",
                        Map.of(),
                        rates)
                .session("run");
    }

    private static CheckReport report(Session base, Session current, Options options) {
        return new CheckReport(
                new Environment(new TreeMap<>(), new TreeMap<>()),
                current,
                List.of(),
                new BaselineUsed.Same("main", 1),
                Comparer.compare(List.of(base), List.of(current), List.of(), options),
                List.of());
    }
}
