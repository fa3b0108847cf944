package org.evenkeel.hotpaths.documents;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenkeel.hotpaths.corpus.Document;
import org.jspecify.annotations.Nullable;

/** What somebody who handed in documents waits on. */
final class Receipt {

    private final CountDownLatch outstanding;
    private volatile @Nullable Fingerprint latest;
    private volatile @Nullable ExecutionException failure;

    /** @param documents how many it is for, at least 1 */
    Receipt(int documents) {
        if (documents < 1) {
            throw new IllegalArgumentException("expected 1 or more documents, found " + documents);
        }
        outstanding = new CountDownLatch(documents);
    }

    /** One more is in the index. */
    void indexed(Fingerprint fingerprint) {
        latest = fingerprint;
        outstanding.countDown();
    }

    /** One more will not get into the index. */
    void failed(Document document, Throwable cause) {
        failure = new ExecutionException("document " + document + " was not indexed: " + cause.getMessage(), cause);
        outstanding.countDown();
    }

    /**
     * Waits until all are done.
     *
     * @return the fingerprint of the one that was done last
     * @throws ExecutionException when one or more failed: the last of them
     * @throws TimeoutException when they are not done in time; they may still be later
     */
    Fingerprint await(long patienceNanos) throws InterruptedException, ExecutionException, TimeoutException {
        if (!outstanding.await(patienceNanos, TimeUnit.NANOSECONDS)) {
            throw new TimeoutException(outstanding.getCount() + " documents were handed in and are not indexed after "
                    + TimeUnit.NANOSECONDS.toMillis(patienceNanos) + " ms");
        }
        ExecutionException failed = failure;
        if (failed != null) {
            throw failed;
        }
        Fingerprint fingerprint = latest;
        if (fingerprint == null) {
            throw new AssertionError("all documents are done, but none was indexed and none failed");
        }
        return fingerprint;
    }
}
