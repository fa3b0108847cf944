package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.TimesClaim;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.report.parts.Parts;

/**
 * Everything that a run of the main job found: the one model behind every form of its report.
 *
 * @param environment where it was measured
 * @param session what was measured
 * @param leaks the leak checks, with their samples
 * @param baseline what was compared with
 * @param comparison the verdicts on all rows
 * @param notJudged what was measured and could not be judged, with the reason
 * @param parts what can be shown besides
 */
public record CheckReport(
        Environment environment,
        Session session,
        List<LeakReport> leaks,
        BaselineUsed baseline,
        Comparison comparison,
        List<String> notJudged,
        Parts parts) {

    public CheckReport {
        leaks = List.copyOf(leaks);
        notJudged = List.copyOf(notJudged);
    }

    /** A report of verdicts alone. */
    public CheckReport(
            Environment environment,
            Session session,
            List<LeakReport> leaks,
            BaselineUsed baseline,
            Comparison comparison,
            List<String> notJudged) {
        this(environment, session, leaks, baseline, comparison, notJudged, Parts.NONE);
    }

    /** The same with what can be shown besides. */
    public CheckReport with(Parts others) {
        return new CheckReport(environment, session, leaks, baseline, comparison, notJudged, others);
    }

    /** What benchmarks are called in all forms of the report. */
    public BenchmarkNames names() {
        return comparison.names().with(session.series().keySet());
    }

    /** What the command ends with. */
    public ExitStatus status() {
        return ExitStatus.worst(comparisonStatus(), leakStatus());
    }

    /** Whether something about the times could not be decided. */
    public boolean timesAreOpen() {
        return comparisonStatus() == ExitStatus.UNDECIDED;
    }

    /** What is wrong, a line each, in words; empty when nothing is. */
    public List<String> problems() {
        return Problems.of(this);
    }

    /** The same without the alarms of nights, which say more to those who have them. */
    public List<String> problemsOfTheRun() {
        return Problems.ofRun(this);
    }

    /** What could not be decided, a line each, in words; empty when everything could. */
    public List<String> undecided() {
        List<String> open = new ArrayList<>(Problems.open(this));
        judgedPaths().ifPresent(paths -> open.addAll(paths.open()));
        return open;
    }

    /** The verdict on the whole, in one sentence. */
    public String headline() {
        int wrong = problems().size();
        return switch (status()) {
            case WRONG -> wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.";
            case UNDECIDED -> "Nothing wrong was found, but " + open() + ".";
            case NO_BASELINE -> "Nothing wrong was found. Times were not judged: " + baseline.describe();
            case OK ->
                "Nothing wrong was found."
                        + judgedPaths().map(paths -> " " + paths.claim()).orElse("");
            case BAD_INPUT -> throw new IllegalStateException("a report of what was never run");
        };
    }

    private String open() {
        if (baseline instanceof BaselineUsed.InTurn) {
            return "not everything could be decided";
        }
        TimesClaim claim = comparison.times();
        int vanished = comparison.vanished().size();
        if (vanished > 0) {
            return Words.counted(vanished, "benchmark") + " of the baseline " + (vanished == 1 ? "is" : "are")
                    + " gone";
        }
        if (!comparison.vanishedMetrics().isEmpty()) {
            return "not all metrics of the baseline were measured";
        }
        if (!claim.suspects().isEmpty()) {
            return Words.counted(claim.suspects().size(), "path") + " may be slower";
        }
        return claim.undecided().isEmpty()
                ? "not everything could be decided"
                : claim.undecided().size() + " of " + Words.counted(claim.judged(), "time") + " could not be decided";
    }

    /** How each path was judged, a line each; empty where none was measured in turn. */
    public List<String> judged() {
        return judgedPaths().map(JudgedPaths::lines).orElse(List.of());
    }

    /** How each path was judged, where paths were measured in turn. */
    Optional<JudgedPaths> judgedPaths() {
        return baseline instanceof BaselineUsed.InTurn inTurn
                ? Optional.of(new JudgedPaths(inTurn, comparison))
                : Optional.empty();
    }

    /** What may be claimed of the times, and what to do now. */
    public String nextStep() {
        return String.join(" ", nextSteps());
    }

    /** The same, a sentence each. */
    List<String> nextSteps() {
        boolean hasNoClaim = baseline instanceof BaselineUsed.InTurn || status() == ExitStatus.WRONG;
        Stream<String> claim = hasNoClaim ? Stream.empty() : ClaimWords.of(comparison).stream();
        return Stream.concat(claim, Stream.of(whatToDo())).toList();
    }

    private String whatToDo() {
        return switch (status()) {
            case WRONG ->
                "What to do: start with the first of these; scripts/bench "
                        + (isOfAJmhJar()
                                ? "--benchmark measures one benchmark alone."
                                : "--path measures one path alone.");
            case UNDECIDED -> NextStep.ofWhatIsOpen(this);
            case NO_BASELINE ->
                baseline instanceof BaselineUsed.Nights
                        ? "What to do: nothing but wait for the nights to come."
                        : "What to do: run it with --record on the code to compare with, a few times.";
            case OK -> "There is nothing to do.";
            case BAD_INPUT -> throw new IllegalStateException("a report of what was never run");
        };
    }

    /** Whether what was measured are benchmarks of somebody's own, and no hot paths. */
    private boolean isOfAJmhJar() {
        List<Row> rows =
                comparison.rows().stream().filter(row -> !isLeakCheck(row)).toList();
        return !rows.isEmpty()
                && rows.stream()
                        .noneMatch(
                                row -> row.identity().benchmark().startsWith(PlannedBenchmark.BENCHMARK_CLASS + "."));
    }

    /** How many rows have which verdict, and how many leak checks, in one line; empty when nothing was judged. */
    public String tally() {
        List<String> parts = new ArrayList<>();
        List<Row> rows =
                comparison.rows().stream().filter(row -> !isLeakCheck(row)).toList();
        if (!rows.isEmpty()) {
            parts.add((rows.size() == 1 ? "1 row: " : rows.size() + " rows: ") + Words.counts(rows) + ".");
        }
        List<String> checks = new ArrayList<>();
        for (LeakVerdictName verdict : LeakVerdictName.values()) {
            long count =
                    leaks.stream().filter(leak -> leak.verdictName() == verdict).count();
            if (count > 0) {
                checks.add(count + " " + verdict.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!checks.isEmpty()) {
            parts.add("Leak checks: " + String.join(", ", checks) + ".");
        }
        return String.join(" ", parts);
    }

    /** The few facts of the environment that a reader asks for first; empty when nothing is known. */
    public Optional<String> where() {
        Map<String, String> context = environment.context();
        Map<String, String> identity = environment.identity();
        List<String> facts = new ArrayList<>();
        if (context.containsKey("commit")) {
            boolean dirty = "true".equals(context.get("commit.dirty"));
            facts.add("commit " + context.get("commit") + (dirty ? " with changes that are not committed" : ""));
        }
        for (String fact : List.of("jvm.name", "jvm.version", "jvm.collector", "cpu.model")) {
            if (identity.containsKey(fact)) {
                facts.add(identity.get(fact));
            }
        }
        if (identity.containsKey("cpu.count")) {
            facts.add(identity.get("cpu.count") + " CPUs");
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(String.join(" \u00b7 ", facts));
    }

    /**
     * Whether a leak check is a reason to stop. A leak always is; only beside another side that somebody named, what
     * leaked there as much is no news.
     */
    boolean isWrong(LeakReport leak) {
        if (baseline instanceof BaselineUsed.Given) {
            return comparison.rows().stream()
                    .filter(Row::fails)
                    .map(Row::identity)
                    .anyMatch(identity -> LeakcheckReader.isOf(leak.workload(), identity));
        }
        return leak.verdictName() == LeakVerdictName.GROWING || leak.verdictName() == LeakVerdictName.INVALID;
    }

    /** Whether a row only repeats a leak check, which itself says more. */
    boolean isLeakCheck(Row row) {
        return leaks.stream().anyMatch(leak -> LeakcheckReader.isOf(leak.workload(), row.identity()));
    }

    private ExitStatus comparisonStatus() {
        if (baseline instanceof BaselineUsed.Nights nights) {
            return ExitStatus.worst(
                    comparison.status() == ExitStatus.WRONG || !nights.alarms().isEmpty()
                            ? ExitStatus.WRONG
                            : ExitStatus.OK,
                    notJudged.isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED,
                    nights.isEnough() ? ExitStatus.OK : ExitStatus.NO_BASELINE);
        }
        Optional<JudgedPaths> paths = judgedPaths();
        if (paths.isPresent()) {
            return notJudged.isEmpty()
                    ? paths.get().status()
                    : ExitStatus.worst(paths.get().status(), ExitStatus.UNDECIDED);
        }
        if (baseline instanceof BaselineUsed.Same || baseline instanceof BaselineUsed.Given) {
            return notJudged.isEmpty()
                    ? comparison.status()
                    : ExitStatus.worst(comparison.status(), ExitStatus.UNDECIDED);
        }
        // Exact metrics and broken rows are judged all the same; that times were not is said by the status.
        return comparison.status() == ExitStatus.WRONG ? ExitStatus.WRONG : ExitStatus.NO_BASELINE;
    }

    private ExitStatus leakStatus() {
        if (baseline instanceof BaselineUsed.Given) {
            // Its rows say what became of leaks.
            return ExitStatus.OK;
        }
        return ExitStatus.worst(leaks.stream()
                .map(leak -> switch (leak.verdictName()) {
                    case GROWING, INVALID -> ExitStatus.WRONG;
                    case INCONCLUSIVE -> ExitStatus.UNDECIDED;
                    case STEADY -> ExitStatus.OK;
                })
                .toArray(ExitStatus[]::new));
    }
}
