package org.evenkeel.hotpaths.documents;

import java.util.function.BooleanSupplier;
import org.evenkeel.workload.Invariants;
import org.jspecify.annotations.Nullable;

/**
 * Takes jobs off the queue until it is told to stop. A document that cannot be handled costs its own hand-in an
 * exception and the worker nothing; an interrupt ends the worker only when the pipeline is closing.
 */
final class Worker implements Runnable {

    private final WorkQueue queue;
    private final DocumentHandler handler;
    private final Ledger ledger;
    private final Invariants invariants;
    private final BooleanSupplier closing;

    Worker(WorkQueue queue, DocumentHandler handler, Ledger ledger, Invariants invariants, BooleanSupplier closing) {
        this.queue = queue;
        this.handler = handler;
        this.ledger = ledger;
        this.invariants = invariants;
        this.closing = closing;
    }

    @Override
    public void run() {
        while (!closing.getAsBoolean()) {
            Job job = take();
            if (job != null) {
                ledger.takenFromQueue();
                handle(job);
            }
        }
    }

    private @Nullable Job take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            // Whether that was meant is for the loop to see.
            return null;
        }
    }

    private void handle(Job job) {
        int document = job.document().id();
        if (!job.claim()) {
            invariants.broken(Rules.EXACTLY_ONCE, "document " + job.document() + " came off the queue twice");
            return;
        }
        try {
            Fingerprint fingerprint = handler.handle(job.document());
            ledger.indexed(document);
            job.receipt().indexed(fingerprint);
        } catch (Throwable e) {
            // Errors too: a worker that dies of one document's stack overflow takes a share of the throughput with it.
            ledger.failed(document);
            job.receipt().failed(job.document(), e);
        }
    }
}
