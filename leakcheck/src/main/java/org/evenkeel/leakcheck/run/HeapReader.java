package org.evenkeel.leakcheck.run;

import java.time.Instant;
import java.util.OptionalLong;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.HeapHistogram;

/** Reads the live heap of a checked JVM that has come to rest. */
interface HeapReader extends AutoCloseable {

    /** The source that it really reads, which may not be the one that was asked for. */
    HeapSource source();

    /** What reading does about what is unreachable. */
    Collecting collecting();

    /**
     * Reads.
     *
     * @param usedBytes what the memory bean said a moment ago
     * @param asked when the JVM was asked to come to rest for this reading
     * @throws RunBroken when the JVM does not answer any more
     */
    Reading read(long usedBytes, Instant asked) throws RunBroken, RunRefused, InterruptedException;

    /** Lets go of what reading takes. */
    @Override
    default void close() {}

    /** Whether a reading collects. */
    enum Collecting {
        /** It does not, so the worker has to, twice. */
        NOT,
        /** It does, with the worker's help, which can do nothing else meanwhile. */
        WITH_THE_WORKER,
        /** It does, from outside. */
        ALONE
    }

    /**
     * What the heap holds.
     *
     * @param totalBytes all of it, the checker's own classes and the table of strings left out where they can be told
     * @param histogram by class, or {@link HeapHistogram#NONE}
     * @param internedStrings live strings in that table; empty where it cannot be told
     */
    record Reading(long totalBytes, HeapHistogram histogram, OptionalLong internedStrings) {

        Reading(long totalBytes, HeapHistogram histogram) {
            this(totalBytes, histogram, OptionalLong.empty());
        }
    }
}
