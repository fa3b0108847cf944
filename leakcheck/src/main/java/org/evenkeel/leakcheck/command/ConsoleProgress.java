package org.evenkeel.leakcheck.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.leakcheck.run.ProgressListener;

/** Shows how checks go on. */
final class ConsoleProgress {

    private static final double SECONDS_BETWEEN_LINES = 5;

    private final ProgressLine line;

    ConsoleProgress(PrintWriter err, boolean terminal) {
        line = new ProgressLine(err, terminal, SECONDS_BETWEEN_LINES);
    }

    /** A listener for the check of one workload. */
    ProgressListener of(String workload) {
        line.begin();
        return new ProgressListener() {
            @Override
            public void sampled(Progress progress) {
                double seconds = progress.elapsed().toNanos() / 1e9;
                line.show(
                        seconds,
                        () -> String.format(
                                Locale.ROOT,
                                "%s: %.0f s of at most %d s, %d batches, %,d operations, heap %,d KiB",
                                workload,
                                seconds,
                                progress.budget().toSeconds(),
                                progress.batches(),
                                progress.operations(),
                                progress.heapBytes() / 1024));
            }

            @Override
            public void searching(Duration most) {
                line.show(workload + ": something grows; looking for what holds it, at most " + most.toSeconds()
                        + " s more");
            }
        };
    }

    /** Clears the line of the check that has ended. */
    void done() {
        line.end();
    }
}
