package org.evenkeel.suite.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.Interval;
import org.junit.jupiter.api.Test;

class CheckWhyTest {

    private static final String HOT_PATH = "org.evenkeel.jmh.HotPathBenchmark.";
    private static final Change WORSE =
            new Change(0.6, OptionalDouble.of(0.6), Optional.of(new Interval(0.4, 0.8, 0.995)), Optional.empty());
    private static final Verdict OPEN = new Verdict.Inconclusive(Optional.of(WORSE), false, "too close to call");

    /** Its only decided row has no form, and its leak check is a row before all of them: once that was what was profiled. */
    @Test
    void questions_aPathThatIsSlowerInAllFormsTogether_asksOfTheFormWithTheFewestCallers() {
        Comparison comparison = comparison(
                row(
                        LeakcheckReader.BENCHMARK,
                        1,
                        new Metric(Metric.LEAK_RATE, "B/op", MetricKind.EXACT, Direction.SMALLER_IS_BETTER),
                        OPEN),
                row(HOT_PATH + AllForms.BENCHMARK, 1, AllForms.TIME.metric(), new Verdict.Regressed(WORSE)),
                row(HOT_PATH + "batch", 1, time(), OPEN),
                row(HOT_PATH + "fiftyThreads", 50, time(), OPEN),
                row(HOT_PATH + "single", 1, time(), OPEN));

        List<Explainer.Question> questions = Regressed.questions(comparison, CheckWhy.measured(comparison, path -> ""));

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.benchmark().benchmark()).isEqualTo(HOT_PATH + "single");
            assertThat(question.isTime()).isTrue();
        });
    }

    private static Metric time() {
        return new Metric(Metric.SCORE, "ops/us", MetricKind.TIME, Direction.LARGER_IS_BETTER);
    }

    private static Row row(String benchmark, int threads, Metric metric, Verdict verdict) {
        return new Row(
                new Identity(benchmark, "thrpt", threads, new TreeMap<>(Map.of("path", "documents")), metric.name()),
                metric,
                OptionalDouble.of(10),
                OptionalDouble.of(6),
                verdict,
                true);
    }

    private static Comparison comparison(Row... rows) {
        List<Row> sorted =
                Stream.of(rows).sorted(Comparator.comparing(Row::identity)).toList();
        return new Comparison(sorted, List.of(), Options.DEFAULT, 1, 1, List.of());
    }
}
