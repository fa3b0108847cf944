/**
 * The path {@code documents}: a batch processor that takes documents off a bounded queue with a pool of workers.
 *
 * <p>It stands for the ingestion side of a search, deduplication or compliance service: documents arrive from many
 * callers, wait in a queue that pushes back when it is full, and are parsed, split into terms, fingerprinted (SHA-256 to
 * know the same document again, SimHash to know a similar one) and entered into an inverted index. What is
 * concurrency-critical about it is the queue's hand-over in both directions, the index's locks on common words, and that
 * nothing is lost or done twice when callers are interrupted and documents fail.
 *
 * <p><b>One operation</b> hands in one document of 1 to 8 KiB and waits until it is indexed: latency is queueing plus
 * handling plus two hand-overs. A <b>batch</b> of n hands in n, then waits for all, so the workers share it; when n
 * passes the queue's bound, handing in waits for the workers. With ten and fifty callers the workers are the bottleneck,
 * and the queue's depth tells by how much.
 *
 * <p>The documents are {@linkplain org.evenkeel.hotpaths.corpus.Corpus 115 real texts}. All are indexed once before
 * the first operation; after that each operation replaces what the index has of a document by the same, so the heap is
 * the same after any number of operations.
 *
 * <p>A document that fails costs its caller an {@link java.util.concurrent.ExecutionException} and no worker. A caller
 * that is interrupted while it waits leaves; its document is indexed all the same.
 *
 * <p>The invariants are those in {@code Rules}. The queue's bound is checked from outside, with books kept by those who
 * put and take: a breach is seen once the queue holds more than {@code bound + workers}, and never where there is none.
 *
 * <p>Where to start reading: {@code DocumentsCaller}, {@code Pipeline}, {@code Worker}, {@code Documents.handlers}. The
 * parts are handed to {@code DocumentsWorkload}, so a test, or another queue, puts in its own.
 *
 * <p>With {@code queue=redis} what waits is a ticket in Redis: in the one of {@code --redis URI}, or in a
 * {@code redis-server} that is started for the run.
 *
 * <p>Run it: {@code scripts/bench 'documents?queue=mpmc&workers=2'}.
 */
@NullMarked
package org.evenkeel.hotpaths.documents;

import org.jspecify.annotations.NullMarked;
