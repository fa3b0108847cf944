package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;

/** How it was found out whether one path got slower. */
public sealed interface PathJudged {

    /** A path whose times exclude a slowdown of so much has been looked at well enough; what cannot, is open. */
    double MOST_EXCLUDED = TimesClaim.LARGEST_UNSEEN;

    /** The path, as results name it. */
    String path();

    /**
     * Nothing that it can reach differs in how it runs, so nothing can have changed.
     *
     * @param parts how many classes and resources it can reach; 0 where nobody had to count, because both sides are the same jars
     * @param renamed classes that differ only in names of private members and parameters and in the order of methods, sorted
     */
    record SameCode(String path, int parts, List<String> renamed) implements PathJudged {

        public SameCode {
            renamed = List.copyOf(renamed);
        }
    }

    /**
     * It was measured in turn with the code of the baseline.
     *
     * @param changed names of the classes and resources that differ, or what else does, sorted
     */
    record InTurn(String path, List<String> changed) implements PathJudged {
        public InTurn {
            changed = List.copyOf(changed);
        }
    }

    /**
     * It could not be measured in turn.
     *
     * @param why in words, with what to do
     */
    record NotInTurn(String path, String why) implements PathJudged {}

    /** Only the code as it is now has it, so there is nothing to compare it with. */
    record Added(String path) implements PathJudged {}

    /**
     * Only the base has it.
     *
     * @param isAccepted whether somebody said that it may go
     */
    record Gone(String path, boolean isAccepted) implements PathJudged {}

    /**
     * The smallest slowdown that was excluded in every form of a path that was measured in turn, 0.06 for 6 %: had it been there,
     * it would have been found. Empty where there is a form of which nothing can be said.
     *
     * @param rows of the whole comparison
     */
    static OptionalDouble excluded(String path, List<Row> rows) {
        double most = 0;
        boolean any = false;
        for (Row row : rows) {
            if (isScoreOf(path, row)) {
                OptionalDouble excluded = excluded(row);
                if (excluded.isEmpty()) {
                    return OptionalDouble.empty();
                }
                any = true;
                most = Math.max(most, excluded.getAsDouble());
            }
        }
        return any ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    /**
     * From which share of forks on that holds, for every form: fewer may be slow, and none of them have been seen. Empty where no form tells.
     *
     * @param rows of the whole comparison
     */
    static OptionalDouble excludedShare(String path, List<Row> rows) {
        return rows.stream()
                .filter(row -> isScoreOf(path, row))
                .flatMap(row -> row.verdict().change().flatMap(Change::evidence).flatMap(Evidence::excluded).stream())
                .mapToDouble(Excluded::share)
                .max();
    }

    /** The same of one row: what its blocks exclude, the mean of all slices considered too; else the upper end of its interval. */
    static OptionalDouble excluded(Row row) {
        return row.verdict()
                .change()
                .flatMap(change -> change.evidence()
                        .flatMap(Evidence::excluded)
                        .map(Excluded::slowdown)
                        .or(() -> change.interval().map(interval -> Math.max(0, interval.upper()))))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** Whether a row is the time of a path in one of its forms, in throughput. */
    static boolean isScoreOf(String path, Row row) {
        return row.identity().metric().equals(Metric.SCORE)
                && path.equals(row.identity().path())
                && row.metric().kind() != MetricKind.EXACT;
    }
}
