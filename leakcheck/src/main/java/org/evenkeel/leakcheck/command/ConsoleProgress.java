package org.evenkeel.leakcheck.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.leakcheck.run.ProgressListener;

/** Shows how checks go on: one line that is written over on a terminal, a plain line every few seconds elsewhere. */
final class ConsoleProgress {

    private static final double SECONDS_BETWEEN_LINES = 5;
    private static final double SECONDS_BETWEEN_UPDATES = 0.2;

    private final PrintWriter err;
    private final boolean terminal;
    private double lastSeconds = Double.NEGATIVE_INFINITY;
    private boolean lineOpen;

    ConsoleProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** A listener for the check of one workload. */
    ProgressListener of(String workload) {
        lastSeconds = Double.NEGATIVE_INFINITY;
        return new ProgressListener() {
            @Override
            public void sampled(Progress progress) {
                double seconds = progress.elapsed().toNanos() / 1e9;
                if (seconds - lastSeconds >= (terminal ? SECONDS_BETWEEN_UPDATES : SECONDS_BETWEEN_LINES)) {
                    lastSeconds = seconds;
                    show(String.format(
                            Locale.ROOT,
                            "%s: %.0f s of at most %d s, %d batches, %,d operations, heap %,d KiB",
                            workload,
                            seconds,
                            progress.budget().toSeconds(),
                            progress.batches(),
                            progress.operations(),
                            progress.heapBytes() / 1024));
                }
            }

            @Override
            public void searching(Duration most) {
                show(workload + ": something grows; looking for what holds it, at most " + most.toSeconds()
                        + " s more");
            }
        };
    }

    private void show(String line) {
        if (terminal) {
            err.print("\r\033[K" + line);
            err.flush();
            lineOpen = true;
        } else {
            err.println(line);
        }
    }

    /** Clears the line of the check that has ended. */
    void done() {
        if (lineOpen) {
            err.print("\r\033[K");
            err.flush();
            lineOpen = false;
        }
    }
}
