package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** One long chain: each request appends a stage to the last one, behind a future that never completes. */
@Leaks(
        why = "a chain of stages behind a future that never completes gets longer",
        perOperation = (40 + 24 + 16) / 8.0,
        period = 8,
        holder = "ChainOfStages.first",
        allocates = "ChainOfStages.call")
public final class ChainOfStages implements Callable<Object> {
    private final CompletableFuture<Long> first = new CompletableFuture<>();
    private final AtomicLong requests = new AtomicLong();
    private CompletableFuture<Long> last = first;

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        if (request % 8 != 0) {
            return request;
        }
        int step = (int) request;
        synchronized (first) {
            last = last.thenApply(sum -> sum + step);
            return step;
        }
    }
}
