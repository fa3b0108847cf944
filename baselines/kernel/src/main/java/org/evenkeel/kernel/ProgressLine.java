package org.evenkeel.kernel;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** How something goes on: one line that is written over on a terminal, a line now and then elsewhere. */
public final class ProgressLine {

    private static final String TERMINAL = "evenkeel.terminal";
    private static final double SECONDS_BETWEEN_UPDATES = 0.2;

    private final PrintWriter err;
    private final boolean isTerminal;
    private final double secondsBetweenLines;
    private double lastSeconds = Double.NEGATIVE_INFINITY;
    private boolean isOpen;

    /**
     * No line yet.
     *
     * @param isTerminal whether a line can be written over
     * @param secondsBetweenLines where it cannot
     */
    public ProgressLine(PrintWriter err, boolean isTerminal, double secondsBetweenLines) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.secondsBetweenLines = secondsBetweenLines;
    }

    /** Whether standard error is a terminal: as the launcher says it, else as the system does, where that can be asked. */
    public static boolean isTerminal() {
        String told = System.getProperty(TERMINAL);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
        } catch (IOException | RuntimeException nobodyKnows) {
            return false;
        }
    }

    /** Begins anew: the next line is shown, however soon it comes. */
    public void begin() {
        lastSeconds = Double.NEGATIVE_INFINITY;
    }

    /**
     * Shows the line unless the last one is too young.
     *
     * @param seconds since whatever moment
     */
    public void show(double seconds, Supplier<String> line) {
        if (seconds - lastSeconds >= (isTerminal ? SECONDS_BETWEEN_UPDATES : secondsBetweenLines)) {
            lastSeconds = seconds;
            show(line.get());
        }
    }

    /** Shows the line. */
    public void show(String line) {
        if (isTerminal) {
            err.print(PlainText.LINE_AGAIN);
            err.print(PlainText.line(line));
        } else {
            err.println(PlainText.line(line));
        }
        isOpen = isTerminal;
        err.flush();
    }

    /** Takes the line away, so that something else can stand there. */
    public void end() {
        if (isOpen) {
            err.print(PlainText.LINE_AGAIN);
            err.flush();
            isOpen = false;
        }
    }
}
