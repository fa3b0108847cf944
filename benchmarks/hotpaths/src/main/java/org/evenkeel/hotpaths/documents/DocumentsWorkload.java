package org.evenkeel.hotpaths.documents;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** The pipeline, the index it fills, and the documents that callers hand in. */
final class DocumentsWorkload implements Workload {

    /** The patience of a caller in production: far beyond any pause of a healthy pipeline. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Document> documents;
    private final Ledger ledger;
    private final Pipeline pipeline;
    private final Consistency consistency;
    private final long patienceNanos;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts the workers.
     *
     * @param documents what callers hand in, numbered from 0
     * @param queue where they wait
     * @param index where they are entered
     * @param handlers given the index, makes what makes a handler for each worker
     * @param size how large queue and pool are
     * @param patienceNanos how long a caller waits for a document before it gives up
     */
    DocumentsWorkload(
            List<Document> documents,
            WorkQueue queue,
            DocumentIndex index,
            Function<DocumentIndex, Supplier<DocumentHandler>> handlers,
            Size size,
            long patienceNanos,
            Invariants invariants) {
        this.documents = documents;
        this.patienceNanos = patienceNanos;
        ledger = new Ledger(documents.size());
        pipeline = new Pipeline(queue, size.bound(), size.workers(), handlers.apply(index), ledger, invariants);
        consistency = new Consistency(documents, ledger, index, invariants);
    }

    /**
     * How large the pipeline is.
     *
     * @param bound documents that may wait in the queue
     * @param workers threads that handle them
     */
    record Size(int bound, int workers) {}

    /**
     * Has every document indexed once; from then on the index only replaces what it has. One document after the other, so
     * that the highest depth seen is what callers brought about.
     */
    void fill() throws InterruptedException, ExecutionException, TimeoutException {
        for (Document document : documents) {
            Receipt receipt = new Receipt(1);
            pipeline.handIn(document, receipt);
            receipt.await(patienceNanos);
        }
    }

    @Override
    public Caller caller(int index, long seed) {
        return new DocumentsCaller(documents, pipeline, patienceNanos, index, seed);
    }

    @Override
    public void awaitQuiet() throws InterruptedException {
        pipeline.awaitQuiet(patienceNanos);
    }

    @Override
    public void checkInvariants() {
        consistency.check();
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge("queue.depth", "documents", ledger::depth),
                new Gauge("queue.depth.highest", "documents", ledger::highestDepth),
                new Gauge("documents.done", "documents", ledger::done));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pipeline.close();
        }
    }
}
