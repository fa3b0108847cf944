package org.evenkeel.hotpaths.documents;

import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.hotpaths.corpus.Document;

/** One document on its way through the queue. */
final class Job {

    private final Document document;
    private final Receipt receipt;
    private final AtomicBoolean claimed = new AtomicBoolean();

    Job(Document document, Receipt receipt) {
        this.document = document;
        this.receipt = receipt;
    }

    Document document() {
        return document;
    }

    /** Where the one who handed it in waits. */
    Receipt receipt() {
        return receipt;
    }

    /** Claims the job for the calling worker; false when another has it already. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }
}
