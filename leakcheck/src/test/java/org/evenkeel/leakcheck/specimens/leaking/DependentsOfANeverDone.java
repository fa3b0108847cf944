package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** Stages hung on a future that never completes, each dropped by the caller and kept by the future. */
@Leaks(
        why = "a future that never completes keeps every stage that depends on it",
        perOperation = (40 + 24 + 16 + 24) / 4.0,
        period = 4,
        holder = "DependentsOfANeverDone.ready",
        allocates = "DependentsOfANeverDone.call")
public final class DependentsOfANeverDone implements Callable<Object> {
    private final CompletableFuture<Object> ready = new CompletableFuture<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Long request = requests.incrementAndGet();
        return request % 4 == 0 ? ready.thenApply(result -> request.equals(result)) : request;
    }
}
