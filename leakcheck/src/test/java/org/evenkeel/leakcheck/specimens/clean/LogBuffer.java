package org.evenkeel.leakcheck.specimens.clean;

import org.evenkeel.leakcheck.specimens.Clean;

/** Log lines gathered in memory and written out when there are 500,000 letters of them. */
@Clean(
        why = "the buffer is flushed when it is full",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 1_200_000,
        swings = true)
public final class LogBuffer implements Runnable {
    private final StringBuilder lines = new StringBuilder();
    private long flushed;

    @Override
    public synchronized void run() {
        lines.append("request ").append(flushed).append(" was answered with 200\n");
        if (lines.length() > 500_000) {
            flushed += lines.length();
            lines.setLength(0);
        }
    }
}
