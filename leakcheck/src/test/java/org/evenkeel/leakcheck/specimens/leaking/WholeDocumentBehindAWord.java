package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A word that was parsed out of a document keeps the document, as a view with an offset does. */
@Leaks(
        why = "a view of eight letters holds the array of the whole document",
        perOperation = (24 + 24 + 16 + 2 * 1_000) / 50.0,
        period = 50,
        holder = "WholeDocumentBehindAWord.words",
        allocates = "WholeDocumentBehindAWord.run")
public final class WholeDocumentBehindAWord implements Runnable {
    private final Queue<Word> words = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        char[] document = new char[1_000];
        if (requests.incrementAndGet() % 50 == 0) {
            words.add(new Word(document, 100, 8));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Word(char[] document, int offset, int length) {}
}
