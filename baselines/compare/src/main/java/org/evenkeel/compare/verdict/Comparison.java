package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.function.Predicate;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.ExitStatus;

/** The verdicts on all rows, and what follows from them for the whole. */
public final class Comparison {

    private final List<Row> rows;
    private final List<ObjectiveResult> objectives;
    private final Options options;
    private final int baseSessions;
    private final int currentSessions;
    private final List<Difference> otherSettings;
    private final List<String> gaps;

    private final List<OneSided> oneSided;
    private final List<OneSidedMetrics> oneSidedMetrics;
    private final Moves moves;
    private final TimesClaim times;
    private final BenchmarkNames names;

    private Comparison(
            List<Row> rows,
            List<ObjectiveResult> objectives,
            Options options,
            int baseSessions,
            int currentSessions,
            List<Difference> otherSettings,
            List<String> gaps) {
        this.rows = List.copyOf(rows);
        this.objectives = List.copyOf(objectives);
        this.options = options;
        this.baseSessions = baseSessions;
        this.currentSessions = currentSessions;
        this.otherSettings = List.copyOf(otherSettings);
        this.gaps = List.copyOf(gaps);
        oneSided = OneSided.of(this.rows);
        oneSidedMetrics = OneSidedMetrics.of(this.rows, oneSided);
        moves = Moves.of(this.rows);
        times = TimesClaim.of(this.rows, options);
        names = BenchmarkNames.of(this.rows.stream().map(Row::identity).toList());
    }

    /**
     * A comparison of sides of which nothing is missing.
     *
     * @param rows in the order of their identities
     * @param objectives what became of absolute limits
     * @param options what was asked
     * @param baseSessions how many sessions the baseline has, at least 1
     * @param currentSessions how many the present side has, at least 1
     * @param otherSettings what the two sides say about how long they measured, where compared times differ in that
     */
    public Comparison(
            List<Row> rows,
            List<ObjectiveResult> objectives,
            Options options,
            int baseSessions,
            int currentSessions,
            List<Difference> otherSettings) {
        this(rows, objectives, options, baseSessions, currentSessions, otherSettings, List.of());
    }

    /** The verdicts, in the order of their identities. */
    public List<Row> rows() {
        return rows;
    }

    /** What became of absolute limits. */
    public List<ObjectiveResult> objectives() {
        return objectives;
    }

    /** What was asked. */
    public Options options() {
        return options;
    }

    /** How many sessions the baseline has, at least 1. */
    public int baseSessions() {
        return baseSessions;
    }

    /** How many the present side has, at least 1. */
    public int currentSessions() {
        return currentSessions;
    }

    /** What the two sides say about how long they measured, where compared times differ in that. */
    public List<Difference> otherSettings() {
        return otherSettings;
    }

    /** What is missing of the sides themselves, such as a session that holds no result. */
    public List<String> gaps() {
        return gaps;
    }

    /** The same, with what is missing of the sides. */
    public Comparison withGaps(List<String> missing) {
        return missing.isEmpty() && gaps.isEmpty()
                ? this
                : new Comparison(rows, objectives, options, baseSessions, currentSessions, otherSettings, missing);
    }

    /** The verdict on the whole, in one word. */
    public enum Outcome {
        /** A row regressed or is invalid, or an objective is missed; with {@code --strict} also when rows come or go. */
        REGRESSED,
        /** A row could not be decided that should have been, or none could. */
        INCONCLUSIVE,
        /** Times were measured elsewhere, and could not be compared. */
        INCOMPARABLE,
        /** No row is worse, and there are better ones. */
        IMPROVED,
        /** Nothing wrong was found. */
        EQUIVALENT
    }

    /** The verdict on the whole. */
    public Outcome outcome() {
        if (has(Row::fails) || objectives.stream().anyMatch(result -> !result.met())) {
            return Outcome.REGRESSED;
        }
        if (options.strict() && has(Comparison::failsWhenStrict)) {
            return Outcome.REGRESSED;
        }
        if (has(row -> row.verdict() instanceof Verdict.Incomparable)) {
            return Outcome.INCOMPARABLE;
        }
        if (moves().areThrownAbout() && options.sessions() == Options.Sessions.APART) {
            return Outcome.INCONCLUSIVE;
        }
        if (!gaps.isEmpty()
                || !vanished().isEmpty()
                || !vanishedMetrics().isEmpty()
                || has(Row::leavesOpen)
                || !times().isClean()
                || !has(Row::isDecided)) {
            return Outcome.INCONCLUSIVE;
        }
        return has(row -> row.verdict() instanceof Verdict.Improved) ? Outcome.IMPROVED : Outcome.EQUIVALENT;
    }

    /** Whether its sides took turns, block by block, and were stored nowhere under names that could be mapped. */
    public boolean sidesTookTurns() {
        return options.sessions() == Options.Sessions.TOGETHER
                && rows.stream()
                        .filter(row -> row.metric().kind() == MetricKind.TIME)
                        .flatMap(row -> row.verdict().change().flatMap(Change::evidence).stream())
                        .allMatch(evidence -> evidence.excluded().isPresent());
    }

    /** What its benchmarks are called. */
    public BenchmarkNames names() {
        return names;
    }

    /** Benchmarks that only one side has. */
    public List<OneSided> oneSided() {
        return oneSided;
    }

    /** Those that the baseline has and nobody has said may go. */
    public List<OneSided> vanished() {
        return oneSided().stream()
                .filter(one -> one.isRemoved() && !options.acceptsRemovalOf(one.benchmark()))
                .toList();
    }

    /** Metrics that only one side has, of benchmarks that both have. */
    public List<OneSidedMetrics> oneSidedMetrics() {
        return oneSidedMetrics;
    }

    /** Those that the baseline has and nobody has said may go. */
    public List<OneSidedMetrics> vanishedMetrics() {
        return oneSidedMetrics.stream()
                .filter(one -> one.isRemoved() && !one.mayGo(options))
                .toList();
    }

    /** How its times moved as a whole. */
    public Moves moves() {
        return moves;
    }

    /** What may be claimed of its times. */
    public TimesClaim times() {
        return times;
    }

    /** What the command ends with. */
    public ExitStatus status() {
        return switch (outcome()) {
            case REGRESSED -> ExitStatus.WRONG;
            case INCONCLUSIVE, INCOMPARABLE -> ExitStatus.UNDECIDED;
            case IMPROVED, EQUIVALENT -> ExitStatus.OK;
        };
    }

    /** How many rows have such a verdict. */
    public long count(Predicate<Verdict> which) {
        return rows.stream().map(Row::verdict).filter(which).count();
    }

    private boolean has(Predicate<Row> which) {
        return rows.stream().anyMatch(which);
    }

    private static boolean failsWhenStrict(Row row) {
        return row.verdict() instanceof Verdict.Added || row.verdict() instanceof Verdict.Removed;
    }
}
