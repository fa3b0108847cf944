package org.evenkeel.suite.bisect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.RowName;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.suite.bisect.CommitSearch.Answer;
import org.evenkeel.suite.plan.AbBenchmark;

/**
 * What got worse between the good commit and the bad one, and how a commit between them is told to be like the one or the other: by half of
 * it.
 *
 * @param row the number that got worse by most
 * @param relative by how much, 0.3 for 30 %
 */
record Suspicion(Row row, double relative) {

    /** A commit that is surely slower by more than this part of it, on the log scale, is bad... */
    private static final double BAD_FROM = 0.4;

    /** ...and one that is surely not slower by as much as this, good. Half of it would leave nothing to be sure of in between. */
    private static final double GOOD_UNTIL = 0.6;

    /** Beyond six times as long nobody needs to be as sure of how much. */
    private static final double LARGEST = 5;

    /** What regressed most; times come before what is counted. Empty where nothing did. */
    static Optional<Suspicion> of(Comparison comparison) {
        return comparison.rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.Regressed)
                .filter(row -> row.identity().metric().equals(Metric.SCORE)
                        || row.identity().metric().equals(Metric.ALLOCATION))
                .map(row -> new Suspicion(row, relative(row).orElse(Double.POSITIVE_INFINITY)))
                .max(Comparator.comparing(Suspicion::isTime).thenComparing(Suspicion::relative));
    }

    private boolean isTime() {
        return row.metric().kind() == MetricKind.TIME;
    }

    boolean isOf(AbBenchmark benchmark) {
        return benchmark.benchmark().equals(row.identity().benchmark())
                && benchmark.params().equals(row.identity().params());
    }

    /** What is asked of a comparison of the good commit with one between. */
    Options options(Options usual) {
        return isTime() ? options(usual, relative) : usual;
    }

    /** What is asked where so much more time was seen between the ends. */
    static Options options(Options usual, double relative) {
        return usual.withMargin(part(GOOD_UNTIL, relative)).withMinimumEffect(part(BAD_FROM, relative));
    }

    private static double part(double share, double relative) {
        return Math.expm1(share * Math.log1p(Math.min(relative, LARGEST)));
    }

    /** What a comparison of the good commit with another tells of that. */
    Answer answer(Comparison comparison) {
        return find(comparison).map(this::answer).orElse(Answer.UNTESTABLE);
    }

    private Answer answer(Row other) {
        if (other.verdict() instanceof Verdict.Inconclusive
                || other.verdict().change().isEmpty()) {
            return Answer.UNTESTABLE;
        }
        if (isTime()) {
            return other.verdict() instanceof Verdict.Regressed ? Answer.BAD : Answer.GOOD;
        }
        double more = other.current().orElse(0) - other.base().orElse(0);
        double most = row.current().orElse(0) - row.base().orElse(0);
        return more > most / 2 ? Answer.BAD : Answer.GOOD;
    }

    /** What a comparison says, in words. */
    String words(Comparison comparison) {
        return find(comparison)
                .map(other -> isTime()
                        ? "time per operation " + Words.change(other)
                        : "bytes per operation " + Words.change(other))
                .orElse("not measured");
    }

    /** The benchmark and what got worse, in words. */
    String words() {
        Identity identity = row.identity();
        return RowName.of(identity, BenchmarkNames.of(List.of(identity))).subject() + ": "
                + (isTime() ? "time" : "bytes") + " per operation " + Words.change(row);
    }

    private Optional<Row> find(Comparison comparison) {
        return comparison.rows().stream()
                .filter(other -> other.identity().equals(row.identity()))
                .findFirst();
    }

    private static OptionalDouble relative(Row row) {
        return row.verdict().change().map(change -> change.relative()).orElseGet(OptionalDouble::empty);
    }
}
