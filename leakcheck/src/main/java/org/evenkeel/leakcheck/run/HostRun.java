package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.Recording;

/** Carries out a plan in the JVM that started this one: that JVM has a worker, which speaks through two streams. */
public final class HostRun {

    private static final long ANSWER_NANOS = Duration.ofSeconds(10).toNanos();

    private HostRun() {}

    /**
     * How a run in another's JVM ended.
     *
     * @param outcome how it ended
     * @param disturbance what else went on there meanwhile; empty when nothing did
     */
    public record Ended(RunOutcome outcome, String disturbance) {}

    /**
     * Runs.
     *
     * @param pid the process to look at
     * @param frames what its worker says
     * @param commands what its worker listens to; not told to close
     * @param rule when to stop
     * @param inquiry what to look for in the JVM afterwards; empty when nothing grows
     */
    public static Ended run(
            LeakCheckPlan plan,
            long pid,
            InputStream frames,
            OutputStream commands,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
            throws InterruptedException {
        try (CheckFolder folder = CheckFolder.create()) {
            HostJvm jvm = new HostJvm(pid, frames, commands);
            CheckSession session =
                    new CheckSession(plan, plan.operationsPerBatch(), jvm, folder.path(), Stopwatch.start());
            RunOutcome outcome = session.run(ProgressListener.NONE, rule, inquiry);
            return new Ended(outcome, outcome instanceof RunOutcome.Completed ? disturbance(jvm.exchange()) : "");
        } catch (RunRefused e) {
            return new Ended(new RunOutcome.Refused(String.valueOf(e.getMessage())), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String disturbance(FrameExchange exchange) throws RunRefused, InterruptedException {
        exchange.send(Protocol.DISTURBANCE, 0);
        try {
            return exchange.awaitText(ANSWER_NANOS, "asking what else went on");
        } catch (RunBroken e) {
            return "it could not be asked what else went on (" + e.getMessage() + ")";
        }
    }
}
