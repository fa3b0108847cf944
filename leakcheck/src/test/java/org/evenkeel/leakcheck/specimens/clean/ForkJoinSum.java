package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A sum over a small tree in the common pool, whose threads and queues come with the first uses. Some 20 microseconds
 * an operation.
 */
@Clean(
        why = "the common pool has as many workers as processors, and its queues stop growing",
        levelsOffAfter = 5_000,
        holdsAtMostBytes = 200_000,
        swings = true)
public final class ForkJoinSum implements Callable<Object> {
    @Override
    public Object call() {
        return ForkJoinPool.commonPool().invoke(new Sum(4));
    }

    private static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;

        private final int levels;

        Sum(int levels) {
            this.levels = levels;
        }

        @Override
        protected Integer compute() {
            if (levels == 0) {
                return 1;
            }
            Sum left = new Sum(levels - 1);
            left.fork();
            return new Sum(levels - 1).compute() + left.join();
        }
    }
}
