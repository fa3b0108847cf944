package org.evenkeel.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseHistory;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.TimesClaim;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.Interval;

/** What the reports for people have in common: order, change, reason and summary in words. */
public final class Words {

    private static final double MOST_TIMES = 10;

    private Words() {}

    /** Worst first. */
    public static List<Row> worstFirst(Comparison comparison) {
        return worstFirst(comparison.rows());
    }

    /** Worst first. */
    public static List<Row> worstFirst(List<Row> rows) {
        return rows.stream()
                .map(row -> new Ranked(row, rank(row.verdict()), -relative(row).orElse(0)))
                .sorted(Ranked.ORDER)
                .map(Ranked::row)
                .toList();
    }

    private record Ranked(Row row, int rank, double better) {
        static final Comparator<Ranked> ORDER =
                Comparator.comparingInt(Ranked::rank).thenComparingDouble(Ranked::better);
    }

    private static int rank(Verdict verdict) {
        if (verdict instanceof Verdict.Invalid) {
            return 0;
        }
        if (verdict instanceof Verdict.Regressed) {
            return 1;
        }
        if (verdict instanceof Verdict.Incomparable) {
            return 2;
        }
        if (verdict instanceof Verdict.Inconclusive open) {
            return open.setAside() ? 7 : 3;
        }
        if (verdict instanceof Verdict.Removed) {
            return 4;
        }
        if (verdict instanceof Verdict.Added) {
            return 5;
        }
        return verdict instanceof Verdict.Improved ? 6 : 8;
    }

    private static OptionalDouble relative(Row row) {
        return row.verdict().change().map(Change::relative).orElseGet(OptionalDouble::empty);
    }

    /** The verdict in a word, for people. */
    public static String verdict(Row row) {
        String word = row.shared() ? verdict(row.verdict()) + " as all others" : verdict(row.verdict());
        return row.gated() ? word : word + " (not gated)";
    }

    /** The verdict in a word, for people, whether it counts or not. */
    public static String verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Inconclusive open && open.setAside()) {
            return "too noisy";
        }
        return verdict.word().toLowerCase(Locale.ROOT);
    }

    /** The change with its bounds; signed so that + is worse, as everywhere. */
    public static String change(Row row) {
        Optional<Change> change = row.verdict().change();
        if (change.isEmpty()) {
            return "";
        }
        OptionalDouble relative = change.get().relative();
        Optional<Interval> interval = change.get().interval();
        if (relative.isEmpty() || interval.filter(Words::isOfNextToNothing).isPresent()) {
            Quantity quantity = Quantity.of(
                    row.metric().unit(), OptionalDouble.of(change.get().absolute()));
            double shown = change.get().absolute() * quantity.factor();
            return (shown > 0 ? "+" : "") + Quantity.digits(shown) + " " + quantity.unit();
        }
        return percent(relative.getAsDouble())
                + interval.map(bounds -> " [" + percent(bounds.lower()) + ", " + percent(bounds.upper()) + "]")
                        .orElse("");
    }

    /** Whether the change is relative to so little that a share of it says nothing, such as a hundredth of a byte. */
    private static boolean isOfNextToNothing(Interval relative) {
        return relative.upper() > MOST_TIMES && relative.lower() < -1;
    }

    /** Why the verdict is what it is, as far as the numbers do not say it. */
    public static String why(Row row) {
        Verdict verdict = row.verdict();
        if (verdict instanceof Verdict.Invalid invalid) {
            return invalid.reason();
        }
        if (verdict instanceof Verdict.Incomparable incomparable) {
            return incomparable.differences().entrySet().stream()
                    .map(difference -> difference.getKey() + " " + difference.getValue())
                    .collect(Collectors.joining("; "));
        }
        Optional<Evidence> evidence = verdict.change().flatMap(Change::evidence);
        if (verdict instanceof Verdict.Inconclusive open) {
            return open.reason() + evidence.map(Words::settles).orElse("");
        }
        Optional<Excluded> excluded = evidence.flatMap(Evidence::excluded);
        if (verdict instanceof Verdict.Equivalent && excluded.isPresent()) {
            return excluded(excluded.get());
        }
        return evidence.filter(e -> verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved)
                .map(e -> "p=" + pValue(e.adjustedPValue()))
                .orElse("");
    }

    /** What forks that were measured in turn exclude. */
    public static String excluded(Excluded excluded) {
        return String.format(
                Locale.ROOT,
                "excludes %s or more, and forks that are slow now and then if they are %.0f in 100 or more",
                percent(excluded.slowdown()),
                100 * excluded.share());
    }

    private static String settles(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        evidence.minimumDetectableEffect()
                .ifPresent(effect ->
                        text.append("; finds ").append(percent(effect)).append(" or more"));
        Needed needed = evidence.needed();
        if (needed.sessions().isPresent()) {
            text.append("; ").append(needed.sessions().getAsInt()).append(" sessions a side would settle it");
        } else if (needed.forks().isPresent()) {
            text.append("; ").append(needed.forks().getAsInt()).append(" forks a side would settle it");
        }
        return text.toString();
    }

    /** What became of absolute limits, those that are missed first. */
    public static List<String> objectives(Comparison comparison) {
        return comparison.objectives().stream()
                .sorted(Comparator.comparing(ObjectiveResult::met))
                .map(result -> objective(result, comparison.names()))
                .toList();
    }

    /** What became of an absolute limit; names are those of the comparison. */
    public static String objective(ObjectiveResult result, BenchmarkNames names) {
        String unit = result.objective().unit();
        String found = unit.isEmpty() ? percent(result.value()) : Quantity.digits(result.value()) + " " + unit;
        String grade = switch (result.grade()) {
            case TARGET -> "met: ";
            case ACCEPTABLE -> "acceptable: ";
            case POOR -> "MISSED: ";
        };
        return grade + names.line(result.identity()) + " " + found + ", expected "
                + result.objective().words();
    }

    /** How many rows have which verdict, worst first. */
    public static String counts(List<Row> rows) {
        if (rows.stream().allMatch(row -> row.verdict() instanceof Verdict.Added)) {
            return "nothing to compare with";
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        worstFirst(rows).forEach(row -> counts.merge(verdict(row.verdict()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The whole comparison in one line. */
    static String summary(Comparison comparison) {
        List<String> claim = ClaimWords.of(comparison);
        String counts = outcome(comparison);
        return claim.isEmpty() ? counts : counts + ". " + String.join(" ", claim);
    }

    /** The outcome, and how many rows have which verdict. */
    static String outcome(Comparison comparison) {
        Map<String, Long> counts = comparison.rows().stream()
                .collect(Collectors.groupingBy(row -> verdict(row), java.util.TreeMap::new, Collectors.counting()));
        String counted = worstFirst(comparison).stream()
                .map(Words::verdict)
                .distinct()
                .map(verdict -> counts.get(verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
        long missed =
                comparison.objectives().stream().filter(result -> !result.met()).count();
        return comparison.outcome() + ": " + (counted.isEmpty() ? "nothing to compare" : counted)
                + (missed == 0 ? "" : ", " + counted((int) missed, "missed objective"));
    }

    /** What a reader must know to read the verdicts. */
    public static List<String> notes(Comparison comparison) {
        Options options = comparison.options();
        List<String> notes = new ArrayList<>();
        notes.add("+ is worse. Regressed: surely worse, and by the row's own interval by more than "
                + share(options.minimumEffect())
                + "; equivalent: by that interval within " + share(options.margin())
                + " either way; exact metrics: within "
                + plain(options.tolerance().absolute()) + " B or "
                + share(options.tolerance().relative()) + ". Intervals hold with "
                + share(options.confidence()) + " confidence, p-values for all rows together.");
        notes.add("Baseline: " + counted(comparison.baseSessions(), "session") + "; current: "
                + counted(comparison.currentSessions(), "session") + ".");
        if (comparison.rows().stream()
                .anyMatch(row -> row.metric().direction() == Direction.LARGER_IS_BETTER
                        && row.verdict().change().isPresent())) {
            notes.add("A change of a rate is that of the time per operation: half as many operations are +100 %.");
        }
        notes.addAll(MeansWords.of(comparison));
        if (options.sessions() == Options.Sessions.TOGETHER) {
            notes.add("Both sides are taken to be of one session: only the spread of forks counts as noise.");
        } else if (any(comparison, evidence -> evidence.source() == NoiseSource.ASSUMED)) {
            notes.add("No history of unchanged code for some rows: "
                    + share(NoiseHistory.ASSUMED_DEVIATION)
                    + " noise from session to session is assumed, and more where forks measured for less than "
                    + plain(NoiseHistory.ASSUMED_FOR_SECONDS)
                    + " s. Record more sessions, or give --noise-from.");
        }
        for (Difference settings : comparison.otherSettings()) {
            notes.add("Not measured alike: " + settings.base() + " in the baseline, " + settings.current()
                    + " now. What is not warm yet on one side looks slower there.");
        }
        if (comparison.count(verdict -> verdict instanceof Verdict.Inconclusive open && open.setAside()) > 0) {
            notes.add(
                    "Too noisy: the row's own noise passes the margin, so it cannot be shown equivalent, but a slowdown of "
                            + share(TimesClaim.LARGEST_UNSEEN)
                            + " would show; what an exact metric's iterations differ by is no less than what its sides do.");
        }
        return notes;
    }

    /** Commands that explain what regressed, for a terminal or a page of Markdown, where indented lines are code. */
    public static String commands(List<String> commands) {
        return commands.isEmpty()
                ? ""
                : "Why it is worse, frame by frame:\n\n    " + String.join("\n    ", commands) + "\n\n";
    }

    private static boolean any(Comparison comparison, Predicate<Evidence> which) {
        return comparison.rows().stream()
                .filter(row -> row.metric().kind() == MetricKind.TIME)
                .flatMap(row -> row.verdict().change().flatMap(Change::evidence).stream())
                .anyMatch(which);
    }

    /** A number and what it counts, which forms its plural by an s. */
    public static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A signed share in percent. */
    public static String percent(double share) {
        double percent = share * 100;
        // Rounding first, and adding 0, keeps a minus sign off a change that is shown as 0.
        percent = Math.abs(percent) < 0.05 ? 0.0 : percent;
        if (!Double.isFinite(percent)) {
            return percent > 0 ? "+inf" : "-inf";
        }
        String digits = Decimals.fixed(Math.abs(percent), Math.abs(percent) < 99.95 ? 1 : 0);
        return (percent < 0 ? "-" : "+") + digits + "%";
    }

    /** A share in percent, without a sign. */
    public static String share(double share) {
        return plain(share * 100) + " %";
    }

    /** A number that somebody chose, without zeros at its end. */
    private static String plain(double number) {
        String digits = Quantity.digits(number);
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /** A p-value. */
    public static String pValue(double p) {
        return p < 0.001 ? String.format(Locale.ROOT, "%.0e", p) : Decimals.fixed(p, 3);
    }
}
