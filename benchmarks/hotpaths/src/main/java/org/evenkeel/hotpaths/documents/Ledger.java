package org.evenkeel.hotpaths.documents;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many times each document was handed in, indexed and failed. It keeps its own books, so that neither the queue nor
 * the index is asked about itself. Documents are numbered from 0.
 */
final class Ledger {

    private final AtomicLongArray handedIn;
    private final AtomicLongArray indexed;
    private final AtomicLongArray failed;
    private final AtomicLong put = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong highestDepth = new AtomicLong();

    /** @param documents how many documents there are */
    Ledger(int documents) {
        handedIn = new AtomicLongArray(documents);
        indexed = new AtomicLongArray(documents);
        failed = new AtomicLongArray(documents);
    }

    /**
     * The queue has accepted a document.
     *
     * @return how many documents the queue has accepted that no worker has reported yet. At most {@code workers} of them
     *     have left the queue: a worker reports each before it takes another.
     */
    long putIntoQueue(int document) {
        handedIn.incrementAndGet(document);
        // Read in this order: a worker that reports in between makes the depth look smaller, never larger.
        long depth = put.incrementAndGet() - taken.get();
        if (depth > highestDepth.get()) {
            highestDepth.accumulateAndGet(depth, Math::max);
        }
        return depth;
    }

    /** A worker has taken a document off the queue. */
    void takenFromQueue() {
        taken.incrementAndGet();
    }

    void indexed(int document) {
        indexed.incrementAndGet(document);
    }

    void failed(int document) {
        failed.incrementAndGet(document);
    }

    /** How many documents there are. */
    int documents() {
        return handedIn.length();
    }

    long timesHandedIn(int document) {
        return handedIn.get(document);
    }

    long timesIndexed(int document) {
        return indexed.get(document);
    }

    long timesFailed(int document) {
        return failed.get(document);
    }

    /** How many documents were indexed or failed so far. */
    long done() {
        return sum(indexed) + sum(failed);
    }

    /** How many were handed in and are not done yet. */
    long outstanding() {
        return sum(handedIn) - done();
    }

    /** Documents accepted by the queue and not yet reported by a worker: at most {@code bound + workers}. */
    long depth() {
        // A worker may report before the one who put has; what that makes negative is an empty queue.
        return Math.max(0, put.get() - taken.get());
    }

    /** The highest depth that anybody met who handed in a document. */
    long highestDepth() {
        return highestDepth.get();
    }

    private static long sum(AtomicLongArray counts) {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }
}
