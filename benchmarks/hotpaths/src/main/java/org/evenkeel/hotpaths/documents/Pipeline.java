package org.evenkeel.hotpaths.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.workload.Invariants;

/** A queue and the workers behind it. */
final class Pipeline implements AutoCloseable {

    private final WorkQueue queue;
    private final Ledger ledger;
    private final Invariants invariants;
    private final int bound;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Starts the workers.
     *
     * @param queue closed with the pipeline
     * @param bound what the queue is meant to hold at most; only checked here
     * @param handlers makes one for each worker
     */
    Pipeline(
            WorkQueue queue,
            int bound,
            int workers,
            Supplier<DocumentHandler> handlers,
            Ledger ledger,
            Invariants invariants) {
        this.queue = queue;
        this.bound = bound;
        this.ledger = ledger;
        this.invariants = invariants;
        for (int i = 0; i < workers; i++) {
            Worker worker = new Worker(queue, handlers.get(), ledger, invariants, () -> closing);
            Thread thread = new Thread(worker, "documents-worker-" + i);
            thread.setDaemon(true);
            this.workers.add(thread);
        }
        this.workers.forEach(Thread::start);
    }

    /**
     * Hands in one document, and waits as long as the queue is full.
     *
     * @param receipt told when it is done
     * @throws InterruptedException when interrupted; the document is then not handed in
     */
    void handIn(Document document, Receipt receipt) throws InterruptedException {
        if (closing) {
            throw new IllegalStateException("the pipeline is closed; document " + document + " was not handed in");
        }
        queue.put(new Job(document, receipt));
        long depth = ledger.putIntoQueue(document.id());
        if (depth > bound + workers.size()) {
            invariants.broken(
                    Rules.BOUND,
                    (depth - workers.size()) + " or more documents waiting, bound " + bound + ", after document "
                            + document);
        }
    }

    /**
     * Waits until everything handed in is done, or nothing has moved for {@code patienceNanos}: a document that was lost
     * never gets done, and telling so is up to the invariants.
     */
    void awaitQuiet(long patienceNanos) throws InterruptedException {
        long lastDone = -1;
        long lastMove = System.nanoTime();
        while (ledger.outstanding() > 0 || ledger.depth() > 0) {
            long done = ledger.done();
            if (done != lastDone) {
                lastDone = done;
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > patienceNanos) {
                return;
            }
            TimeUnit.MICROSECONDS.sleep(100);
        }
    }

    /** Lets each worker finish the document in its hands; whoever waits for one still in the queue is told it failed. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        for (Thread worker : workers) {
            worker.interrupt();
        }
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        for (Job job = queue.poll(); job != null; job = queue.poll()) {
            ledger.takenFromQueue();
            ledger.failed(job.document().id());
            job.receipt().failed(job.document(), new IllegalStateException("the pipeline was closed"));
        }
        queue.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
