package org.evenkeel.leakcheck.helper;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.check.Questions;
import org.evenkeel.leakcheck.check.Stopping;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakPage;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.leakcheck.run.HostRun;
import org.evenkeel.leakcheck.run.RunOutcome;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.LeakVerdict;

/**
 * The main class of the helper process that a JVM starts to have itself checked: it decides about batches, reads the heap
 * from outside, judges, and writes the report. Not a command for people.
 */
public final class HostChecker {

    private static final double NEARLY_FULL = 0.7;

    private HostChecker() {}

    /**
     * Checks.
     *
     * @param args the file with the request
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        OutputStream commands = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        HostRequest request = HostRequest.read(Path.of(args[0]));
        LeakReport report = check(request, new FileInputStream(FileDescriptor.in), commands);
        write(request.report(), report);
        HostResult.of(report).write(request.result());
        commands.write(
                ByteBuffer.allocate(Protocol.COMMAND_BYTES).put(Protocol.CLOSE).array());
        Runtime.getRuntime().exit(0);
    }

    private static LeakReport check(HostRequest request, InputStream frames, OutputStream commands)
            throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        LeakCheckPlan plan = request.plan();
        Judge judge = new Judge(plan.limits(), plan.budget());
        HostRun.Ended ended = HostRun.run(
                plan,
                request.pid(),
                frames,
                commands,
                new Stopping(judge, recording -> recording.only(request.signals()), HostChecker::isNearlyFull),
                recording -> cause(plan, judge, recording.only(request.signals())));
        RunOutcome outcome = ended.outcome();
        if (outcome instanceof RunOutcome.Refused refused) {
            throw new BadInputException(refused.message());
        }
        if (outcome instanceof RunOutcome.Completed completed) {
            outcome = new RunOutcome.Completed(
                    completed.recording().only(request.signals()), completed.cause(), completed.bound());
        }
        LeakReport report = LeakChecker.report(plan, judge, outcome, watch.seconds());
        return ended.disturbance().isEmpty() ? report : distrusted(report, ended.disturbance());
    }

    private static Optional<Question> cause(LeakCheckPlan plan, Judge judge, Recording recording) {
        return plan.cause() ? Questions.about(recording, judge.judge(recording)) : Optional.empty();
    }

    /** The JVM has to live on after the check, so a heap is not filled to its end. */
    private static boolean isNearlyFull(Recording recording) {
        Sample last = recording.samples().get(recording.samples().size() - 1);
        return last.reading(Signal.HEAP).orElse(0)
                > NEARLY_FULL * recording.jvm().maxHeapBytes();
    }

    /** Growth that somebody else may have made, or hidden, is no evidence. */
    private static LeakReport distrusted(LeakReport report, String disturbance) {
        LeakVerdict verdict = new LeakVerdict.Inconclusive(
                report.verdict().evidence(),
                report.verdict().growth(),
                "It cannot be trusted: " + disturbance + ". Otherwise it would have been " + report.verdictName() + ": "
                        + report.verdict().explanation(),
                "a run with nothing beside it");
        return new LeakReport(report.workload(), verdict, report.recording(), report.elapsedSeconds());
    }

    private static void write(Path folder, LeakReport report) {
        AtomicFiles.write(folder.resolve("leakcheck.json"), LeakReports.toJson(List.of(report)));
        AtomicFiles.write(folder.resolve("leakcheck.html"), LeakPage.render(List.of(report)));
        AtomicFiles.write(folder.resolve("leakcheck.txt"), TextReport.render(report));
    }
}
