package org.evenkeel.suite.nightly.verdict;

import org.evenkeel.compare.samples.Identity;

/**
 * A benchmark whose nights are not judged at the end of a history.
 *
 * @param identity of the benchmark
 * @param why the kind of reason
 * @param reason the same for a reader
 */
public record SetAside(Identity identity, Why why, String reason) {

    /** The night of a benchmark, counted from 1, that is the first to be judged: the very first has nothing to deviate from. */
    public static final int NIGHTS_NEEDED = NightGate.LEAST_NIGHTS + 2;

    /** Why a benchmark is not judged. */
    public enum Why {
        /** It only needs more nights. */
        YOUNG,
        /** Its own noise would hide a slowdown. */
        NOISY,
        /** The machine had another speed on the last night than on those before; it needs more nights at that one. */
        OTHER_SPEED
    }
}
