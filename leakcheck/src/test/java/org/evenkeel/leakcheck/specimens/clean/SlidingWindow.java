package org.evenkeel.leakcheck.specimens.clean;

import java.util.ArrayDeque;
import org.evenkeel.leakcheck.specimens.Clean;

/** The events of the last 10,000 requests, in a deque that is added to at one end and shortened at the other. */
@Clean(why = "a window of a fixed number of requests", levelsOffAfter = 10_000, holdsAtMostBytes = 400_000)
public final class SlidingWindow implements Runnable {
    private final ArrayDeque<Long> window = new ArrayDeque<>();
    private long requests;

    @Override
    public synchronized void run() {
        window.addLast(1_000 + requests++);
        if (window.size() > 10_000) {
            window.removeFirst();
        }
    }
}
