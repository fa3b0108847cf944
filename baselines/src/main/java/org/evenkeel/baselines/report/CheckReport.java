package org.evenkeel.baselines.report;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.baselines.report.parts.Parts;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Row;
import org.evenkeel.baselines.verdict.Verdict;
import org.evenkeel.leakcheck.command.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.VerdictName;

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

    /** What the command ends with. */
    public ExitStatus status() {
        return ExitStatus.worst(comparisonStatus(), leakStatus());
    }

    /** What is wrong, a line each, in words; empty when nothing is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (baseline instanceof BaselineUsed.Nights nights) {
            problems.addAll(nights.alarms());
        }
        comparison.rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.Invalid)
                .filter(row -> !isLeakCheck(row))
                .map(row -> row.identity().label() + " is broken: " + Words.why(row))
                .distinct()
                .forEach(problems::add);
        for (LeakReport leak : leaks) {
            if (leak.verdictName() == VerdictName.GROWING) {
                problems.add(leak.workload() + " leaks: " + leak.verdict().explanation());
            } else if (leak.verdictName() == VerdictName.INVALID) {
                problems.add(leak.workload() + " could not be checked for leaks: "
                        + leak.verdict().explanation());
            }
        }
        comparison.rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.Regressed)
                .filter(row -> !isLeakCheck(row))
                .map(CheckReport::regression)
                .forEach(problems::add);
        comparison.objectives().stream()
                .filter(result -> !result.met())
                .map(Words::objective)
                .forEach(problems::add);
        return problems;
    }

    /** The verdict on the whole, in one sentence. */
    public String headline() {
        int wrong = problems().size();
        return switch (status()) {
            case WRONG -> wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.";
            case UNDECIDED -> "Nothing wrong was found, but not everything could be decided.";
            case NO_BASELINE -> "Nothing wrong was found. Times were not judged: " + baseline.describe();
            case OK -> "Nothing wrong was found.";
            case BAD_INPUT -> throw new IllegalStateException("a report of what was never run");
        };
    }

    /** What to do now, in one sentence. */
    public String nextStep() {
        return switch (status()) {
            case WRONG -> "What to do: start with the first of these; scripts/bench --path measures one path alone.";
            case UNDECIDED ->
                baseline instanceof BaselineUsed.Nights
                        ? "What would settle it: a night in which the machine does nothing else."
                        : "What would settle it: more sessions of the baseline (--record), or more time"
                                + " (--profile nightly), on a machine that does nothing else.";
            case NO_BASELINE ->
                baseline instanceof BaselineUsed.Nights
                        ? "What to do: nothing but wait for the nights to come."
                        : "What to do: run it with --record on the code to compare with, a few times.";
            case OK -> "There is nothing to do.";
            case BAD_INPUT -> throw new IllegalStateException("a report of what was never run");
        };
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
        if (baseline instanceof BaselineUsed.Same || baseline instanceof BaselineUsed.Given) {
            return notJudged.isEmpty()
                    ? comparison.status()
                    : ExitStatus.worst(comparison.status(), ExitStatus.UNDECIDED);
        }
        // Exact metrics and broken rows are judged all the same; that times were not is said by the status.
        return comparison.status() == ExitStatus.WRONG ? ExitStatus.WRONG : ExitStatus.NO_BASELINE;
    }

    private ExitStatus leakStatus() {
        return ExitStatus.worst(leaks.stream()
                .map(leak -> switch (leak.verdictName()) {
                    case GROWING, INVALID -> ExitStatus.WRONG;
                    case INCONCLUSIVE -> ExitStatus.UNDECIDED;
                    case STEADY -> ExitStatus.OK;
                })
                .toArray(ExitStatus[]::new));
    }

    /** The leak checks themselves say more than their rows. */
    private boolean isLeakCheck(Row row) {
        return !leaks.isEmpty() && row.identity().mode().equals("leakcheck");
    }

    private static String regression(Row row) {
        return row.identity().label() + " " + row.metric().name() + " regressed: " + Words.change(row);
    }
}
