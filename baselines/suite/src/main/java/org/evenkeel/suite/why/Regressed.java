package org.evenkeel.suite.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.RowName;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.suite.plan.AbBenchmark;

/** Chooses what of a comparison to explain: of each path or benchmark that got worse one row, the worst path first. */
public final class Regressed {

    private Regressed() {}

    /**
     * The questions.
     *
     * @param measured the benchmarks of the comparison
     */
    public static List<Explainer.Question> questions(Comparison comparison, List<AbBenchmark> measured) {
        Map<String, List<Row>> bySubject = new LinkedHashMap<>();
        comparison.rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.Regressed)
                .filter(row -> isTime(row) || isBytes(row))
                .forEach(row -> bySubject
                        .computeIfAbsent(row.identity().path(), absent -> new ArrayList<>())
                        .add(row));
        List<Row> chosen = bySubject.values().stream()
                .map(Regressed::clearest)
                .sorted(Comparator.comparingDouble((Row row) -> -relative(row)))
                .toList();
        BenchmarkNames names = comparison.names();
        List<Explainer.Question> questions = new ArrayList<>();
        for (Row row : chosen) {
            find(row, measured).ifPresent(one -> questions.add(question(row, one, names)));
        }
        return questions;
    }

    /** The question that one row asks. */
    public static Explainer.Question question(Row row, AbBenchmark one, BenchmarkNames names) {
        boolean isTime = isTime(row);
        return new Explainer.Question(
                one,
                RowName.of(row.identity(), names).subject(),
                (isTime ? "time" : "bytes") + " per operation " + Words.change(row),
                isTime,
                one.threads() > 1 ? one.threads() : row.identity().threads());
    }

    /** Time before bytes, which may be the reason; then few callers, of whom a profile tells more; then the largest change. */
    private static Row clearest(List<Row> rows) {
        return rows.stream()
                .min(Comparator.comparing((Row row) -> !isTime(row))
                        .thenComparing(Regressed::isTogether)
                        .thenComparing(row -> row.identity().threads())
                        .thenComparing(row -> -relative(row)))
                .orElseThrow();
    }

    private static boolean isTime(Row row) {
        return (row.identity().metric().equals(Metric.SCORE) && row.metric().kind() == MetricKind.TIME)
                || AllForms.TIME.is(row.metric());
    }

    private static boolean isBytes(Row row) {
        return row.identity().metric().equals(Metric.ALLOCATION) || AllForms.ALLOCATION.is(row.metric());
    }

    private static boolean isTogether(Row row) {
        return AllForms.TIME.is(row.metric()) || AllForms.ALLOCATION.is(row.metric());
    }

    private static double relative(Row row) {
        return row.verdict()
                .change()
                .map(change -> change.relative())
                .orElseGet(OptionalDouble::empty)
                .orElse(Double.MAX_VALUE);
    }

    private static Optional<AbBenchmark> find(Row row, List<AbBenchmark> measured) {
        // Of all forms together, that with the fewest callers is profiled; of one caller, a profile of single requests
        // tells more.
        return measured.stream()
                .filter(one -> one.params().equals(row.identity().params())
                        && (isTogether(row)
                                || one.benchmark().equals(row.identity().benchmark())))
                .min(Comparator.comparingInt(AbBenchmark::threads)
                        .thenComparing(one -> one.benchmark().endsWith(".batch")));
    }
}
