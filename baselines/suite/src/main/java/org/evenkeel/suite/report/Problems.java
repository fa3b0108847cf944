package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.RowName;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.report.LeakReport;

/**
 * What is wrong with a run, and what could not be decided, a line each, in words.
 *
 * <p>One cause moves all times of a benchmark at once, so these share a line: whoever reads seven percentiles of one
 * slowdown as seven problems looks for seven causes.
 */
final class Problems {

    /** Ten times as much as it was; beyond, an amount is easier to imagine. */
    private static final double LARGEST_SHARE = 10;

    private final CheckReport report;
    private final BenchmarkNames names;

    private Problems(CheckReport report) {
        this.report = report;
        this.names = report.names();
    }

    /** Alarms of a night, then all of the run itself. */
    static List<String> of(CheckReport report) {
        List<String> all = new ArrayList<>();
        if (report.baseline() instanceof BaselineUsed.Nights nights) {
            nights.alarms().stream().map(NightAlarm::text).forEach(all::add);
        }
        all.addAll(ofRun(report));
        return all;
    }

    /** Broken benchmarks, then leaks, then what got worse, worst first, then missed objectives. */
    static List<String> ofRun(CheckReport report) {
        Problems problems = new Problems(report);
        List<String> all = new ArrayList<>();
        problems.rows(row -> row.fails() && row.verdict() instanceof Verdict.Invalid).stream()
                .map(row -> problems.names.label(row.identity()) + " is broken: " + Words.why(row))
                .distinct()
                .forEach(all::add);
        report.leaks().stream()
                .filter(report::isWrong)
                .map(leak -> leak.workload() + said(leak) + leak.verdict().explanation())
                .forEach(all::add);
        List<Row> regressed = problems.rows(row -> row.fails() && row.verdict() instanceof Verdict.Regressed);
        if (report.baseline() instanceof BaselineUsed.InTurn) {
            regressed.stream().map(problems::inTurn).forEach(all::add);
        } else {
            bySubject(regressed).stream().map(problems::regression).forEach(all::add);
        }
        report.comparison().objectives().stream()
                .filter(result -> !result.met())
                .map(result -> Words.objective(result, problems.names))
                .forEach(all::add);
        return all;
    }

    /** Leak checks, then benchmarks, then what is of another machine. */
    static List<String> open(CheckReport report) {
        Problems problems = new Problems(report);
        List<String> all = new ArrayList<>();
        report.leaks().stream()
                .filter(leak -> leak.verdictName() == LeakVerdictName.INCONCLUSIVE)
                .map(leak -> leak.workload() + ", leak check: " + leak.verdict().explanation())
                .forEach(all::add);
        if (report.baseline() instanceof BaselineUsed.InTurn) {
            // What is open of its times and exact metrics, the paths say.
            return all;
        }
        all.addAll(report.comparison().gaps());
        report.comparison().vanished().stream()
                .map(one -> problems.names.label(one.benchmark()) + " is gone"
                        + one.likely()
                                .map(now -> "; is it " + problems.names.label(now) + " now?")
                                .orElse(""))
                .forEach(all::add);
        report.comparison().vanishedMetrics().stream()
                .map(one -> ClaimWords.oneSided(one, problems.names))
                .forEach(all::add);
        report.comparison().times().suspects().stream()
                .map(suspect -> PlainText.name(suspect.path()) + " may be slower: " + suspect.why())
                .forEach(all::add);
        bySubject(problems.rows(Row::leavesOpen)).stream()
                .map(problems::undecided)
                .forEach(all::add);
        Map<String, Long> elsewhere = problems.rows(row -> row.verdict() instanceof Verdict.Incomparable).stream()
                .collect(Collectors.groupingBy(Words::why, LinkedHashMap::new, Collectors.counting()));
        elsewhere.forEach((why, count) -> all.add(
                count + (count == 1 ? " row" : " rows") + " of another machine, JVM, collector or flags: " + why));
        return all;
    }

    private List<Row> rows(Predicate<Row> which) {
        return Words.worstFirst(report.comparison().rows().stream()
                .filter(which)
                .filter(row -> !report.isLeakCheck(row))
                .toList());
    }

    private static String said(LeakReport leak) {
        return leak.verdictName() == LeakVerdictName.GROWING ? " leaks: " : " could not be checked for leaks: ";
    }

    /** One number of one form, which was measured beside that of the other version. */
    private String inTurn(Row row) {
        if (AllForms.TIME.is(row.metric())) {
            return RowName.of(row.identity(), names).subject() + ": slower, time per operation " + Words.change(row);
        }
        if (AllForms.ALLOCATION.is(row.metric())) {
            return RowName.of(row.identity(), names).subject() + ": allocate more, bytes per operation "
                    + Words.change(row);
        }
        String what = row.metric().kind() == MetricKind.TIME
                ? row.metric().name().equals(Metric.SCORE)
                        ? "is slower, time per operation"
                        : row.metric().name() + " is worse,"
                : row.metric().name().equals(Metric.ALLOCATION)
                        ? "allocates more,"
                        : row.metric().name() + " grew,";
        Quantity quantity = Quantity.of(row.metric().unit(), row.base(), row.current());
        String numbers = row.base().isPresent() && row.current().isPresent()
                ? " (" + quantity.show(row.base()) + " -> " + quantity.show(row.current()) + " " + quantity.unit() + ")"
                : "";
        return RowName.of(row.identity(), names).subject() + " " + what + " " + Words.change(row) + numbers;
    }

    private String regression(List<Row> rows) {
        Row first = rows.get(0);
        if (rows.size() == 1) {
            return names.label(first.identity()) + " " + first.metric().name() + " regressed: " + Words.change(first);
        }
        Map<String, String> changes = new LinkedHashMap<>();
        rows.forEach(row -> changes.putIfAbsent(quantity(row), worse(row)));
        return RowName.of(first.identity(), names).subject() + " regressed: "
                + changes.entrySet().stream()
                        .map(change -> change.getKey() + " by " + change.getValue())
                        .collect(Collectors.joining(", "));
    }

    private String undecided(List<Row> rows) {
        Set<String> quantities = new LinkedHashSet<>();
        rows.forEach(row -> quantities.add(quantity(row)));
        Row first = rows.get(0);
        return RowName.of(first.identity(), names).subject() + ", " + String.join(", ", quantities) + ": "
                + Words.why(first);
    }

    private static String quantity(Row row) {
        if (!row.metric().name().equals(Metric.SCORE)) {
            return row.metric().name();
        }
        return switch (row.identity().mode()) {
            case "thrpt" -> "throughput";
            case "sample", "avgt" -> "mean";
            default -> Metric.SCORE;
        };
    }

    /** How much worse, without a sign: more is less, of throughput. Of next to nothing, shares say nothing. */
    private static String worse(Row row) {
        OptionalDouble relative = row.verdict().change().map(Change::relative).orElseGet(OptionalDouble::empty);
        return relative.isPresent() && relative.getAsDouble() < LARGEST_SHARE
                ? Words.percent(relative.getAsDouble()).replace("+", "")
                : row.verdict().change().map(change -> absolute(row, change)).orElse("");
    }

    private static String absolute(Row row, Change change) {
        OptionalDouble moved = OptionalDouble.of(change.absolute());
        Quantity quantity = Quantity.of(row.metric().unit(), moved);
        return quantity.show(moved) + " " + quantity.unit();
    }

    /** Rows of one benchmark with its settings, in any mode; its times apart from its exact metrics. */
    private static Collection<List<Row>> bySubject(List<Row> rows) {
        Map<Subject, List<Row>> subjects = new LinkedHashMap<>();
        rows.forEach(row -> subjects.computeIfAbsent(Subject.of(row), subject -> new ArrayList<>())
                .add(row));
        return subjects.values();
    }

    private record Subject(String benchmark, int threads, SortedMap<String, String> params, MetricKind kind) {
        static Subject of(Row row) {
            Identity identity = row.identity();
            return new Subject(
                    identity.benchmark(),
                    identity.threads(),
                    identity.params(),
                    row.metric().kind());
        }
    }
}
