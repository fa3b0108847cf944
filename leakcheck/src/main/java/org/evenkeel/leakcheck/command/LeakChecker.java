package org.evenkeel.leakcheck.command;

import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.LeakRun;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.run.RunOutcome;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.FailureJudge;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.Verdict;

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
        long start = System.nanoTime();
        Judge judge = new Judge(plan.limits(), plan.budget());
        RunOutcome outcome = LeakRun.run(plan, progress, judge::isDecided);
        if (outcome instanceof RunOutcome.Refused refused) {
            throw new BadInputException(plan.workload() + ": " + refused.message());
        }
        Recording recording;
        Verdict verdict;
        if (outcome instanceof RunOutcome.Broken broken) {
            recording = broken.recording();
            verdict = FailureJudge.judge(recording, broken.failure());
        } else {
            recording = ((RunOutcome.Completed) outcome).recording();
            verdict = judge.judge(recording);
        }
        return new LeakReport(plan.name(), verdict, recording, (System.nanoTime() - start) / 1e9);
    }
}
