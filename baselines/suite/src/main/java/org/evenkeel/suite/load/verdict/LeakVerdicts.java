package org.evenkeel.suite.load.verdict;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.suite.load.samples.LoadRun;

/** Whether anything grows in a process under load: the judge of the leak checker on samples of it. */
public final class LeakVerdicts {

    private static final double NANOS_PER_MINUTE = 6e10;

    private LeakVerdicts() {}

    /** Of a run; empty when it took no samples for it. */
    public static Optional<LeakReport> of(LoadRun run) {
        return run.heap().map(recording -> report(recording, run));
    }

    private static LeakReport report(Recording recording, LoadRun run) {
        Duration budget = Duration.ofNanos(Math.max(1, recording.observedNanos()));
        LeakVerdict verdict = new Judge(GrowthLimits.NONE, budget).judge(recording);
        return new LeakReport(run.target(), inWordsOfALoad(verdict, run), recording, budget.toNanos() / 1e9);
    }

    private static LeakVerdict inWordsOfALoad(LeakVerdict verdict, LoadRun run) {
        return verdict instanceof LeakVerdict.Inconclusive undecided
                ? undecided.settledBy(
                        "a longer --duration, now " + run.scenario().expected().toSeconds() + " s")
                : verdict;
    }

    /** Growth of the heap, in bytes a minute; empty with too few samples. */
    public static OptionalDouble heapPerMinute(LeakReport report) {
        LeakEvidence evidence = report.verdict().evidence();
        Recording recording = report.recording();
        long operations = recording.totalOperations();
        return evidence.rate().isEmpty() || recording.observedNanos() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(evidence.rate().get().perOperation()
                        * operations
                        / recording.observedNanos()
                        * NANOS_PER_MINUTE);
    }
}
