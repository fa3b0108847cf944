package org.evenkeel.hotpaths.audits;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Requests that are handed over together. Each run does the next of them; there are as many runs as requests. */
final class Batch implements Runnable {

    private final AuditDesk desk;
    private final int[] records;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger flagged = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final CountDownLatch left;

    /** @param records one for each request */
    Batch(AuditDesk desk, int[] records) {
        this.desk = desk;
        this.records = records;
        this.left = new CountDownLatch(records.length);
    }

    /**
     * Has all requests done and waits for the last. An interrupt does not end the wait, so nothing of a batch goes on
     * after it; the thread stays interrupted.
     *
     * @return how many requests flagged something
     * @throws ExecutionException when a request failed, with the first failure
     */
    int runOn(Executor workers) throws ExecutionException {
        for (int i = 0; i < records.length; i++) {
            workers.execute(this);
        }
        boolean interrupted = false;
        while (true) {
            try {
                left.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new ExecutionException(failed);
        }
        return flagged.get();
    }

    @Override
    public void run() {
        try {
            if (desk.handle(records[next.getAndIncrement()]) == Outcome.FLAGGED) {
                flagged.incrementAndGet();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            left.countDown();
        }
    }
}
