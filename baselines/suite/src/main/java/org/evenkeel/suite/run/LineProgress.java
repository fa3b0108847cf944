package org.evenkeel.suite.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.kernel.PlainText;

/** Progress as plain lines, for logs: one for each step, with the time left. */
public final class LineProgress implements Progress {

    private final PrintWriter out;
    private final int steps;
    private Duration left;
    private Duration current = Duration.ZERO;
    private int step;

    /**
     * @param steps how many there will be
     * @param total how long all of them will take
     */
    public LineProgress(PrintWriter out, int steps, Duration total) {
        this.out = out;
        this.steps = steps;
        this.left = total;
    }

    @Override
    public void begin(String name, Duration expected) {
        left = left.minus(current);
        current = expected;
        step++;
        out.printf(Locale.ROOT, "[%d/%d] %s (about %s left)%n", step, steps, name, written(left));
        out.flush();
    }

    @Override
    public void note(String line) {
        out.println(PlainText.line(line));
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }

    /** Minutes and seconds, {@code 4:05}. */
    static String written(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
