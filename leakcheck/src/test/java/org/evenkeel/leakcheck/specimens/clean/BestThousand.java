package org.evenkeel.leakcheck.specimens.clean;

import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/** The thousand greatest of all scores so far: replaced ever more rarely, never more than a thousand. */
@Clean(why = "a bounded heap that drops its least", levelsOffAfter = 2_000, holdsAtMostBytes = 100_000)
public final class BestThousand implements Callable<Object> {
    private final PriorityQueue<Double> best = new PriorityQueue<>();

    @Override
    public @Nullable Object call() {
        double score = ThreadLocalRandom.current().nextDouble();
        synchronized (best) {
            best.add(score);
            return best.size() > 1_000 ? best.poll() : null;
        }
    }
}
