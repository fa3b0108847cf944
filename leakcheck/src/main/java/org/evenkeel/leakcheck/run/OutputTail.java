package org.evenkeel.leakcheck.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a checked JVM printed, for the moment when it ends and one asks why. Safe to use from many threads. */
final class OutputTail {

    private static final int LINES = 100;
    private static final int CHARACTERS = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > CHARACTERS ? line.substring(0, CHARACTERS) : line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
