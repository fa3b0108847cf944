package org.evenkeel.leakcheck.check;

import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.LeakRun;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.run.RunOutcome;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.FailureJudge;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.cause.Cause;

/** Puts the stages together: plan, run, verdict, report. The way in for other modules. */
public final class LeakChecker {

    private LeakChecker() {}

    /**
     * Checks one workload in a JVM of its own.
     *
     * @throws BadInputException when the plan cannot be carried out, such as for a class that does not exist
     * @throws InterruptedException when the thread is interrupted; the checked JVM is ended before
     */
    public static LeakReport check(LeakCheckPlan plan, ProgressListener progress) throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Judge judge = new Judge(plan.limits(), plan.budget());
        RunOutcome outcome = LeakRun.run(
                plan,
                progress,
                new Stopping(judge, recording -> recording, recording -> false),
                recording -> plan.cause() ? Questions.about(recording, judge.judge(recording)) : Optional.empty());
        return report(plan, judge, outcome, watch.seconds());
    }

    /**
     * What became of a run, as a report.
     *
     * @param seconds that it took
     */
    public static LeakReport report(LeakCheckPlan plan, Judge judge, RunOutcome outcome, double seconds) {
        if (outcome instanceof RunOutcome.Refused refused) {
            throw new BadInputException(plan.workload() + ": " + refused.message());
        }
        Recording recording;
        LeakVerdict verdict;
        Cause cause = Cause.NONE;
        if (outcome instanceof RunOutcome.Broken broken) {
            recording = broken.recording();
            verdict = FailureJudge.judge(recording, broken.failure());
        } else {
            RunOutcome.Completed completed = (RunOutcome.Completed) outcome;
            recording = completed.recording();
            verdict = judge.judge(recording, completed.bound());
            cause = Cause.of(completed.cause(), verdict.evidence());
        }
        return new LeakReport(plan.name(), verdict, recording, seconds, cause);
    }
}
