package org.evenkeel.leakcheck.specimens.clean;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * An array list up to 200,000 elements that are all the same object: nothing for long, then half as much again at once.
 */
@Clean(
        why = "an array that is overwritten once it has reached its bound",
        levelsOffAfter = 200_000,
        holdsAtMostBytes = 1_300_000)
public final class DoublingArray implements Runnable {
    private static final int BOUND = 200_000;

    private final List<Object> events = new ArrayList<>();
    private int next;

    @Override
    public synchronized void run() {
        if (events.size() < BOUND) {
            events.add(this);
        } else {
            events.set(next, this);
            next = (next + 1) % BOUND;
        }
    }
}
