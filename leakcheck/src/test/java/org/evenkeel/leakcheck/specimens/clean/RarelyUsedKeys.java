package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A cache over 2,000 keys of which the first is asked for ninety times as often as the last: full after some 100,000.
 */
@Clean(
        why = "a key space with an end, however rare its last keys",
        levelsOffAfter = 200_000,
        holdsAtMostBytes = 170_000)
public final class RarelyUsedKeys implements Callable<Object> {
    private final Map<Integer, Long> answers = new ConcurrentHashMap<>();

    @Override
    public Object call() {
        double uniform = ThreadLocalRandom.current().nextDouble();
        int key = (int) (2_000 * uniform * uniform);
        return answers.computeIfAbsent(key, Integer::longValue);
    }
}
