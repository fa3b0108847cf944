package org.evenkeel.suite.load.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.run.LoadSession;
import org.evenkeel.suite.load.samples.Second;

/** Shows how a run goes on, and how much time is left. */
final class LoadProgress implements LoadSession.Listener {

    private static final double SECONDS_BETWEEN_LINES = 10;

    private final PrintWriter err;
    private final ProgressLine line;
    private final Duration expected;
    private final String target;
    private Duration done = Duration.ZERO;
    private Duration phaseLength = Duration.ZERO;
    private double phaseSeconds;

    /** @param expected how long it takes when all is well */
    LoadProgress(PrintWriter err, boolean isTerminal, String target, Duration expected) {
        this.err = err;
        this.line = new ProgressLine(err, isTerminal, SECONDS_BETWEEN_LINES);
        this.target = target;
        this.expected = expected;
    }

    @Override
    public void begins(Phase phase, boolean isWarmup) {
        done = done.plus(phaseLength);
        phaseLength = phase.length();
        phaseSeconds = 0;
        line.begin();
        note(target + ": "
                + (isWarmup
                        ? "warming up"
                        : phase.name() + ", " + phase.arrivals().words()) + " for "
                + Numbers.plain(phase.length().toMillis() / 1e3) + " s (about " + left() + " left)");
    }

    private String left() {
        long seconds = Math.max(
                0, expected.minus(done).toSeconds() - (long) Math.min(phaseSeconds, (double) phaseLength.toSeconds()));
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    @Override
    public void second(Second second, Phase phase) {
        phaseSeconds += second.length();
        line.show(
                phaseSeconds,
                () -> "  "
                        + String.format(
                                Locale.ROOT,
                                "%s left  offered %s/s  answered %s/s  in flight %d  errors %s/s  %s p50 %s p99 %s max %s  heap %s  cpu %.0f %%",
                                left(),
                                Numbers.plain(Math.round(second.offered())),
                                Numbers.plain(Math.round(second.achieved())),
                                second.inFlight(),
                                Numbers.plain(second.errors()),
                                phase.arrivals().isOpen() ? "response" : "service",
                                Numbers.time(second.time(0)),
                                Numbers.time(second.time(2)),
                                Numbers.time(second.time(3)),
                                Numbers.bytes(second.afterCollectionBytes().orElse(second.heapBytes())),
                                100 * second.cpu()));
    }

    @Override
    public void note(String text) {
        close();
        err.println(PlainText.line(text));
        err.flush();
    }

    void close() {
        line.end();
    }
}
