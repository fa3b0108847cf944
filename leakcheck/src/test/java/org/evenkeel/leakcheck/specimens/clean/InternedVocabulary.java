package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/** Interned words out of a vocabulary of 5,000, which a tokenizer meets again and again. */
@Clean(why = "a vocabulary with an end", levelsOffAfter = 5_000, holdsAtMostBytes = 450_000)
public final class InternedVocabulary implements Callable<Object> {
    private final AtomicReferenceArray<@Nullable String> words = new AtomicReferenceArray<>(5_000);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        int number = (int) (requests.incrementAndGet() % words.length());
        String word = ("specimen word " + number).intern();
        words.set(number, word);
        return word;
    }
}
