package org.evenkeel.suite.ab.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.report.StandingLine;
import org.evenkeel.suite.ab.run.InterleavedRun;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.run.BarProgress;
import org.jspecify.annotations.Nullable;

/** Tells somebody who waits how each open benchmark stands after each look, and how much time is left. */
final class AbListener implements InterleavedRun.Listener, AutoCloseable {

    private final AbState state;
    private final PrintWriter err;
    private final @Nullable BarProgress bar;
    private Duration left;

    AbListener(AbPlan plan, AbState state, PrintWriter err) {
        this.state = state;
        this.err = err;
        this.left = plan.budget();
        this.bar = ProgressLine.isTerminal()
                ? new BarProgress(new PrintStream(System.err, true, StandardCharsets.UTF_8), plan.budget())
                : null;
    }

    @Override
    public void begins(AbBenchmark benchmark, int block, Duration remaining) {
        left = remaining;
        if (bar != null) {
            bar.begin(benchmark.label() + " block " + (block + 1), state.blockTime(benchmark));
        }
    }

    @Override
    public void measured(AbBenchmark benchmark, int block) {
        if (state.isLook(block + 1)) {
            note(StandingLine.of(benchmark.label(), state.standing(benchmark), state.excluded(benchmark)));
        }
    }

    @Override
    public void note(String line) {
        if (bar != null) {
            bar.note(line);
        } else {
            err.printf(Locale.ROOT, "[%d:%02d left] %s%n", left.toMinutes(), left.toSecondsPart(), line);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
