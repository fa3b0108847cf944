package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.leakcheck.specimens.Clean;

/** A striped counter: it grows cells when threads collide, up to as many as there are processors. */
@Clean(why = "as many cells as processors at most", levelsOffAfter = 100_000, holdsAtMostBytes = 100_000)
public final class AdderCells implements Runnable {
    private final LongAdder requests = new LongAdder();

    @Override
    public void run() {
        requests.increment();
    }
}
