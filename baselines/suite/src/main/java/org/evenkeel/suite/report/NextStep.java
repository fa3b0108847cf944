package org.evenkeel.suite.report;

import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.TimesClaim;
import org.evenkeel.compare.verdict.Verdict;

/** What helps where something is open: that hangs on why it is, and more time seldom is the answer to what is missing, broken or elsewhere. */
final class NextStep {

    private NextStep() {}

    static String ofWhatIsOpen(CheckReport report) {
        BaselineUsed baseline = report.baseline();
        if (baseline instanceof BaselineUsed.Nights) {
            return "What would settle it: a night in which the machine does nothing else.";
        }
        if (baseline instanceof BaselineUsed.InTurn) {
            return report.judgedPaths().filter(JudgedPaths::wantTime).isPresent()
                    ? "What to do: give what is open more time (--budget), on a machine that does nothing else."
                    : "What to do: see why each is open; more time alone would not settle it.";
        }
        Comparison comparison = report.comparison();
        if (!comparison.gaps().isEmpty()) {
            return "What to do: look at the logs of the runs without results, and run them again.";
        }
        if (!comparison.vanished().isEmpty()) {
            return comparison.sidesTookTurns()
                    ? "What to do: find out why they are gone, or say that they may go (--accept-removed REGEX)."
                    : "What to do: find out why they are gone, or say that they were renamed (--renamed 'OLD -> NEW') or may go"
                            + " (--accept-removed REGEX).";
        }
        if (!comparison.vanishedMetrics().isEmpty()) {
            return "What to do: measure them as the baseline was, with the same profilers, or say that they may be"
                    + " missing (--accept-removed REGEX).";
        }
        TimesClaim times = comparison.times();
        boolean elsewhere = comparison.count(Verdict.Incomparable.class::isInstance) > 0
                || (comparison.moves().areThrownAbout() && comparison.options().sessions() == Options.Sessions.APART);
        if (elsewhere) {
            return "What would settle it: both sides on one machine with the same JVM and flags, or measured in turn"
                    + " (scripts/ab).";
        }
        if (!times.undecided().isEmpty() && comparison.rows().stream().noneMatch(NextStep::hasAnInterval)) {
            return "What to do: see the reason beside each row.";
        }
        return baseline instanceof BaselineUsed.Given
                ? "What would settle it: more forks or more sessions of each side, on a machine that does nothing else."
                : "What would settle it: more sessions of the baseline (--record), or more time (--profile nightly), on a machine"
                        + " that does nothing else.";
    }

    /** Whether there is a number that could become surer. */
    private static boolean hasAnInterval(Row row) {
        return row.leavesOpen() && row.verdict().change().isPresent();
    }
}
